import {Component, createElement, Suspense, use, type ComponentType, type ReactNode} from 'react'
import NotLoaded from '../shell/NotLoaded.tsx'

/**
 * The place of a part that is loaded when it is needed. Where it cannot be fetched, that is said there and the page goes
 * on; it is tried again once there is a connection.
 */
export default class Late extends Component<
  {readonly meanwhile?: ReactNode; readonly children: ReactNode},
  {readonly failed: boolean}
> {
  override state = {failed: false}

  static getDerivedStateFromError(): {readonly failed: boolean} {
    return {failed: true}
  }

  override componentDidUpdate(): void {
    if (this.state.failed) window.addEventListener('online', this.#again, {once: true})
  }

  override componentWillUnmount(): void {
    window.removeEventListener('online', this.#again)
  }

  override render(): ReactNode {
    if (this.state.failed) return <NotLoaded />
    return <Suspense fallback={this.props.meanwhile}>{this.props.children}</Suspense>
  }

  readonly #again = (): void => this.setState({failed: false})
}

/** A component that is loaded when it is first shown; unlike one of `lazy`, again after it could not be fetched. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | null = null
  return function LatePart(props) {
    loading ??= load().catch((thrown: unknown) => {
      window.addEventListener('online', () => (loading = null), {once: true})
      throw thrown
    })
    return createElement(use(loading), props)
  }
}
