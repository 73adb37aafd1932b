import {nameMemory, remember, rememberedName} from '../../../hooks/memory.ts'
import {useRuntime} from './useRuntime.ts'

/** The name that declarations are made in, and the way to give it. */
export function useOperator() {
  const {controller, run} = useRuntime()
  const signedIn = run.session.current && run.session.account !== null
  return {
    /** Nobody is signed in, and nobody was asked for a name yet. */
    unnamed: !signedIn && run.state.operator === null && rememberedName() === null,
    name: async (name: string) => {
      remember(nameMemory, name)
      if (name !== '') await controller.nameOperator(name)
    },
  }
}
