import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import {use, type ReactNode} from 'react'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import CopyButton from './CopyButton.tsx'
import {useRuntime} from './useRuntime.ts'

/** *Copy for the ticket*, in the language of the page and in each other language of the site. */
export default function TicketButtons(): ReactNode {
  const view = useRuntime()
  const {controller, locale, page} = view
  const later = use(loadLaterWords(locale))
  const {
    i18n: {locales, localeConfigs},
  } = useDocusaurusContext()
  const language = new Intl.DisplayNames(locale, {type: 'language'})
  const others = locales.filter(other => other !== locale)
  return (
    <>
      <CopyButton
        text={async () => {
          const {ticketText} = await import('./ticket.ts')
          return ticketText({...view, later}, controller)
        }}
      >
        {later.file.copyTicket}
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
          {fill(later.file.copyIn, {language: language.of(new Intl.Locale(other).language) ?? other})}
        </CopyButton>
      ))}
    </>
  )
}
