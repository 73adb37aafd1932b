import {recall, remember} from '../../../hooks/memory.ts'
import {useRuntime} from './useRuntime.ts'

/** Name of the preference that holds the operator's name. An empty name: asked, and left out. */
const nameMemory = 'name'

/** What this browser knows of the operator's name: null where it was never asked. */
export function rememberedName(): string | null {
  return recall(nameMemory)
}

/** Ways to declare something in the operator's name: the name kept in this browser goes into the run first. */
export function useDeclare() {
  const {controller, run} = useRuntime()
  const signedIn = run.session.current && run.session.account !== null
  const named = async () => {
    const name = rememberedName()
    if (name !== null && name !== '' && run.state.operator === null && !signedIn) {
      await controller.nameOperator(name)
    }
  }
  return {
    /** Nobody is signed in, and nobody was asked for a name yet. */
    unnamed: !signedIn && run.state.operator === null && rememberedName() === null,
    declare: async (act: () => Promise<unknown>) => {
      await named()
      await act()
    },
    name: async (name: string) => {
      remember(nameMemory, name)
      if (name !== '') await controller.nameOperator(name)
    },
  }
}
