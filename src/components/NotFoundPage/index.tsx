import {interpolate} from '@docusaurus/Interpolate'
import {translate} from '@docusaurus/Translate'
import {PageMetadata} from '@docusaurus/theme-common'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import {useEffect, useState, type ReactNode} from 'react'
import type {LocaleTag} from '../../model/locale.ts'
import ShortPage from '../ShortPage/index.tsx'
import {notFoundWords as words} from '../words/notFound.ts'
import {findElsewhere, type Elsewhere} from './elsewhere.ts'

/** The 404: that the page does not exist in this locale, and in which it does, if in one. */
export default function NotFoundPage(): ReactNode {
  const {
    i18n: {currentLocale, localeConfigs},
  } = useDocusaurusContext()
  const {here, found} = useElsewhere(localeConfigs)
  const title = translate({id: 'theme.NotFound.title', message: 'Page Not Found'})
  return (
    <ShortPage>
      {/* Below the docs' root route the theme's own 404 page, which sets the title, is never reached. */}
      <PageMetadata title={title} />
      <h1>{title}</h1>
      <div role="status">
        {here && found[0] ? (
          <p>
            {interpolate(words.here, {language: languageName(here.locale, currentLocale)})}{' '}
            {interpolate(words.elsewhere, {
              language: <PageLink {...found[0]} inLocale={currentLocale} />,
            })}
          </p>
        ) : (
          <p>{words.nowhere}</p>
        )}
      </div>
      <p>
        {words.home}{' '}
        {Object.entries(localeConfigs).map(([locale, {label, baseUrl}], index) => (
          <span key={locale}>
            {index > 0 && ' · '}
            <a href={baseUrl} hrefLang={locale} lang={locale}>
              {label}
            </a>
          </span>
        ))}
      </p>
    </ShortPage>
  )
}

function PageLink({
  locale,
  href,
  inLocale,
}: Elsewhere['found'][number] & {readonly inLocale: LocaleTag}): ReactNode {
  return (
    <a href={href} hrefLang={locale}>
      {languageName(locale, inLocale)}
    </a>
  )
}

// A host may serve one locale's 404 for every address, so the locale is that of the address, not of the build.
function useElsewhere(locales: Readonly<Record<LocaleTag, {readonly baseUrl: string}>>): Elsewhere {
  const [answer, setAnswer] = useState<Elsewhere>({here: null, found: []})
  useEffect(() => {
    const stop = new AbortController()
    const bases = Object.entries(locales).map(([locale, {baseUrl}]) => ({locale, baseUrl}))
    const exists = async (href: string) => (await fetch(href, {method: 'HEAD', signal: stop.signal})).ok
    findElsewhere(window.location.pathname, bases, exists).then(setAnswer, () => {
      // Offline, or the page was left: nothing more is known.
    })
    return () => stop.abort()
  }, [locales])
  return answer
}

function languageName(locale: string, inLocale: string): string {
  const {language} = new Intl.Locale(locale)
  return new Intl.DisplayNames(inLocale, {type: 'language'}).of(language) ?? language
}
