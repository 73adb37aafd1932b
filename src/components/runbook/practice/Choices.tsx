import clsx from 'clsx'
import {useId, type ReactNode} from 'react'
import check from '../runtime/check.module.css'
import styles from './styles.module.css'

/** One of several, as radio buttons under what they are. */
export default function Choices({
  legend,
  among,
  chosen,
  onChoose,
}: {
  readonly legend: ReactNode
  readonly among: readonly {readonly id: string; readonly says: ReactNode}[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}): ReactNode {
  const name = useId()
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      {among.map(({id, says}) => (
        <label key={id}>
          <input
            type="radio"
            className={clsx(check['box'], check['small'])}
            name={name}
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <span>{says}</span>
        </label>
      ))}
    </fieldset>
  )
}
