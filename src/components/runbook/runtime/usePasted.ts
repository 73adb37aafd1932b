import {useRef, useState} from 'react'

/**
 * The text of a field that outputs are pasted into. `judge` is for what is pasted: the same text is judged once more each
 * time, because its age decides too. `leave` is for what was typed: what was judged already is not judged again.
 */
export function usePasted(paste: (output: string) => void) {
  const [value, type] = useState('')
  const judged = useRef('')
  const judge = (output: string) => {
    type(output)
    judged.current = output.trim()
    if (judged.current !== '') paste(judged.current)
  }
  const leave = () => {
    if (value.trim() !== judged.current) judge(value)
  }
  return {value, type, judge, leave}
}
