import {startTransition, useOptimistic} from 'react'

/**
 * A value that shows a person's choice at once, while the record still writes it; what the record then says wins.
 * Returns the value to show and the way to choose.
 */
export function useAtOnce<Value>(
  recorded: Value,
): readonly [shown: Value, choose: (next: Value, act: () => Promise<unknown>) => void] {
  const [shown, show] = useOptimistic(recorded)
  const choose = (next: Value, act: () => Promise<unknown>) =>
    startTransition(async () => {
      show(next)
      await act()
    })
  return [shown, choose]
}
