import {Component, createElement, Suspense, use, type ComponentType, type ReactNode} from 'react'
import NotLoaded from '../shell/NotLoaded.tsx'
import {once} from '../words/once.ts'

/**
 * The place of a part that is loaded when it is needed. Where it cannot be fetched, that is said there and the page goes
 * on; it is tried again once there is a connection.
 */
export default class Late extends Component<
  {
    readonly meanwhile?: ReactNode
    /** What is said where it could not be fetched; without, what a runbook's page says. */
    readonly failed?: ReactNode
    readonly children: ReactNode
  },
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
    if (this.state.failed) return this.props.failed === undefined ? <NotLoaded /> : this.props.failed
    return <Suspense fallback={this.props.meanwhile}>{this.props.children}</Suspense>
  }

  readonly #again = (): void => this.setState({failed: false})
}

/**
 * A component that is loaded when it is first shown; unlike one of `lazy`, again after it could not be fetched. `now`
 * gives it where it is there already: then nothing stands in its place for a moment.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  now: () => ComponentType<Props> | undefined = () => undefined,
): ComponentType<Props> {
  const loaded = once(load)
  return function LatePart(props) {
    return createElement(now() ?? use(loaded(undefined)), props)
  }
}
