import AppWindow from 'lucide-static/icons/app-window.svg'
import type {ReactNode} from 'react'
import type {BoundStep, TextKey} from '../../../model/action.ts'
import Icon from '../../Icon/index.tsx'
import {fill} from '../words/fill.ts'
import {formatDate} from './format.ts'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import styles from './step.module.css'

/** Where in the portal: the menu path and the label of the box, in both languages, with the day they were checked. */
export default function PortalPlace({of: step}: {readonly of: BoundStep}): ReactNode {
  const {words, locale} = usePage()
  const {box, portal} = step
  return (
    <>
      {box && (
        <div className={styles['label']}>
          <p className={styles['labelHint']}>
            {fill(words.todayLabel, {date: formatDate(box.checked, locale)})}
          </p>
          <p>
            <strong>
              <Say of={box.label} />
            </strong>
          </p>
          <OtherLabels of={box.label} />
        </div>
      )}
      {portal && (
        <p className={styles['path']}>
          <Icon of={AppWindow} />
          <span>
            {portal.path.map((key, index) => (
              <span key={key}>
                {index > 0 && <span aria-hidden="true"> {'>'} </span>}
                <Say of={key} />
                <InBrackets of={key} />
              </span>
            ))}
            <span className={styles['checked']}>
              {' '}
              · {fill(words.path, {date: formatDate(portal.checked, locale)})}
            </span>
          </span>
        </p>
      )}
    </>
  )
}

/** ` (On-premises integration)`: the label as it stands in the other languages, where it differs. */
export function InBrackets({of: key}: {readonly of: TextKey}): ReactNode {
  return useOthers(key).map(([locale, label]) => (
    <span key={locale}>
      {' '}
      (<span lang={locale}>{label}</span>)
    </span>
  ))
}

function OtherLabels({of: key}: {readonly of: TextKey}): ReactNode {
  return useOthers(key).map(([locale, label]) => (
    <p key={locale} lang={locale}>
      {label}
    </p>
  ))
}

function useOthers(key: TextKey): readonly (readonly [locale: string, label: string])[] {
  const {page, text} = usePage()
  const own = text(key).text
  return Object.entries(page.catalogue.labels[key] ?? {}).filter(([, label]) => label !== own)
}
