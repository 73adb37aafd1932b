import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type {ReactNode} from 'react'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import CopyButton from './CopyButton.tsx'
import {useRuntime} from './useRuntime.ts'

/** *Copy for the ticket*, in the language of the page and in each other language of the site. */
export default function TicketButtons(): ReactNode {
  const view = useRuntime()
  const {controller, say, locale, page} = view
  const {
    i18n: {locales, localeConfigs},
  } = useDocusaurusContext()
  const language = new Intl.DisplayNames(locale, {type: 'language'})
  const others = locales.filter(other => other !== locale)
  return (
    <>
      <CopyButton
        text={async () => {
          const [{ticketText}, later] = await Promise.all([import('./ticket.ts'), loadLaterWords(locale)])
          return ticketText({...view, later}, controller)
        }}
      >
        {say.record.copyTicket}
      </CopyButton>
      {others.map(other => (
        <CopyButton
          key={other}
          quiet
          text={async () => {
            const base = localeConfigs[other]?.baseUrl ?? '/'
            const {loadSpeech, ticketText} = await import('./ticket.ts')
            return ticketText(await loadSpeech(other, `${base}runbooks/${page.model.slug}.json`), controller)
          }}
        >
          {fill(say.record.copyIn, {language: language.of(new Intl.Locale(other).language) ?? other})}
        </CopyButton>
      ))}
    </>
  )
}
