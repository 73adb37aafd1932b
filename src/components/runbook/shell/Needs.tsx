import type {ReactNode} from 'react'
import {plural} from '../words/fill.ts'
import {formatDate} from './format.ts'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import Sources from './Sources.tsx'
import styles from './lead.module.css'

/** What the runbook needs: licence, role, the server, permissions. */
export default function Needs(): ReactNode {
  const {
    page: {
      model: {needs},
    },
    words,
    locale,
  } = usePage()
  return (
    <dl className={styles['needs']} aria-label={words.needs} data-head="">
      {needs.licence && (
        <div>
          <dt>{words.licence}</dt>
          <dd>
            <Say of={needs.licence.text} /> <Sources of={[needs.licence.source]} />
          </dd>
        </div>
      )}
      {needs.roles && (
        <div>
          <dt>{words.role}</dt>
          <dd>
            <Say of={needs.roles.text} values={{date: formatDate(needs.roles.checked, locale)}} />{' '}
            <Sources of={needs.roles.sources} checked={needs.roles.checked} />
          </dd>
        </div>
      )}
      {needs.server && (
        <div>
          <dt>{words.server}</dt>
          <dd>
            <Say of={needs.server.text} /> <Sources of={[needs.server.source]} />
          </dd>
        </div>
      )}
      <Permissions />
    </dl>
  )
}

function Permissions(): ReactNode {
  const {
    page: {model},
    words,
    locale,
    step,
  } = usePage()
  const scopes = [...new Set(model.scopes.map(use => use.scope))]
  if (scopes.length === 0) return null
  const write = new Set(model.scopes.filter(use => use.phase === 'change').map(use => use.scope))
  const reads = scopes.filter(scope => !write.has(scope)).length
  const stepsOf = (scope: string) => [
    ...new Set(
      model.scopes.filter(use => use.scope === scope).map(use => step(use.step)?.number ?? use.step),
    ),
  ]
  return (
    <div>
      <dt>{words.permissions}</dt>
      <dd>
        {write.size === 0 ? (
          plural(words.permissionsRead, scopes.length, {locale})
        ) : (
          <>
            {reads > 0 && <>{plural(words.permissionsReadOnly, reads, {locale})} </>}
            {plural(words.permissionsChange, write.size, {locale})}
          </>
        )}
        <details className={styles['details']}>
          <summary>{words.permissionDetails}</summary>
          <ul>
            {scopes.map(scope => {
              const steps = stepsOf(scope)
              return (
                <li key={scope}>
                  <code lang="en">{scope}</code>,{' '}
                  {plural(words.permissionSteps, steps.length, {
                    locale,
                    steps: new Intl.ListFormat(locale).format(steps),
                  })}
                </li>
              )
            })}
          </ul>
        </details>
      </dd>
    </div>
  )
}
