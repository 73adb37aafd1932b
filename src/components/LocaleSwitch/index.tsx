import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import {useAlternatePageUtils} from '@docusaurus/theme-common/internal'
import Languages from 'lucide-static/icons/languages.svg'
import {useEffect, useRef, type MouseEvent, type ReactNode} from 'react'
import {leaveEvent, type LeaveDetail} from '../../model/leave.ts'
import Icon from '../Icon/index.tsx'
import {addressOn, anchorOf, rooted} from './address.ts'
import {noteSwitch, takeSwitch} from './arrival.ts'
import styles from './styles.module.css'

/** Links to this page in each other locale: a full load that keeps page, query and step anchor. */
export default function LocaleSwitch({mobile = false}: {readonly mobile?: boolean}): ReactNode {
  const {
    i18n: {currentLocale, locales, localeConfigs},
  } = useDocusaurusContext()
  const {createUrl} = useAlternatePageUtils()
  const first = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (!mobile && takeSwitch(window.location.href)) land(first.current)
  }, [mobile])
  return locales
    .filter(locale => locale !== currentLocale)
    .map((locale, index) => {
      const path = rooted(createUrl({locale, fullyQualified: false}))
      const {label = locale, htmlLang = locale} = localeConfigs[locale] ?? {}
      const link = (
        <a
          key={locale}
          ref={index === 0 ? first : null}
          href={path}
          hrefLang={htmlLang}
          lang={htmlLang}
          className={mobile ? 'menu__link' : `navbar__item navbar__link ${styles['link'] ?? ''}`}
          onClick={event => leave(event, path)}
        >
          <Icon of={Languages} size={17} />
          <span>{label}</span>
        </a>
      )
      return mobile ? (
        <li key={locale} className="menu__list-item">
          {link}
        </li>
      ) : (
        link
      )
    })
}

// The query and the anchor are read at the press: the cards change them without telling the router.
function leave(event: MouseEvent<HTMLAnchorElement>, path: string): void {
  const link = event.currentTarget
  link.href = addressOn(window.location, path)
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const detail: LeaveDetail = {href: link.href}
  // Before the event: whoever cancels it may still go there.
  noteSwitch(link.href)
  if (!window.dispatchEvent(new CustomEvent(leaveEvent, {cancelable: true, detail}))) event.preventDefault()
}

// Focus goes to the step that the anchor names, else stays on the switch.
function land(link: HTMLAnchorElement | null): void {
  const step = document.getElementById(anchorOf(window.location.hash))
  if (step && step.tabIndex < 0) step.tabIndex = -1
  ;(step ?? link)?.focus({preventScroll: true})
}
