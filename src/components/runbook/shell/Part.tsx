import {Children, isValidElement, type ReactNode} from 'react'
import AppWindow from 'lucide-static/icons/app-window.svg'
import type {PortalVisit} from '../../../model/action.ts'
import Crossing from '../../Crossing/index.tsx'
import Icon from '../../Icon/index.tsx'
import {fill, plural} from '../words/fill.ts'
import {usePage, type PageView} from './page.ts'
import {PaperHead} from './Paper.tsx'
import {placeIcons} from './Rail.tsx'
import Say from './Say.tsx'
import Slot from './Slot.tsx'
import styles from './part.module.css'

/** One ordered list of the article: its place, its introduction and its cards; a portal visit is bracketed. */
export function RunbookPart({
  part,
  children,
}: {
  readonly part: string
  readonly children?: ReactNode
}): ReactNode {
  const view = usePage()
  const procedure = view.page.model.procedures.find(candidate => candidate.part === Number(part))
  if (procedure === undefined) return children
  const title = `part-${part}`
  return (
    // Two parts may stand at one place: their number tells them apart.
    <section aria-labelledby={`${title} ${title}-steps`} className={styles['part']}>
      <div className={styles['head']}>
        <h2 id={title} className={styles['title']}>
          <Icon of={placeIcons[procedure.place]} size={22} />
          {view.words[procedure.place === 'cloud' ? 'cloud' : 'onPremises']}
        </h2>
        <p id={`${title}-steps`} className={styles['count']}>
          <Slot name="PartCount" props={{part: procedure.part}}>
            {describePart(view, procedure.part)}
          </Slot>
        </p>
        <PaperHead />
      </div>
      {bracketed(Children.toArray(children), view)}
    </section>
  )
}

/** The article's own sentence where the procedure changes banks. */
export function RunbookCrossing({children}: {readonly children?: ReactNode}): ReactNode {
  return (
    <div className={styles['crossing']}>
      <Crossing />
      <div>{children}</div>
    </div>
  )
}

/** `Part 1, 8 steps to tick`. */
export function describePart({page: {model}, words, locale}: PageView, part: number): string {
  const steps = model.steps.filter(step => step.part === part)
  const visit = model.visits.find(candidate => steps.some(step => step.id === candidate.open))
  if (visit !== undefined) return fill(words.partVisit, {part, n: steps.length, visit: visit.steps.length})
  const tick = steps.every(step => step.kind === 'tick')
  return plural(tick ? words.partTick : words.partPlain, steps.length, {locale, part})
}

// Consecutive cards of one visit go into one bracket; everything else stays as the article has it.
function bracketed(children: readonly ReactNode[], {page: {model}}: PageView): readonly ReactNode[] {
  const groups: {readonly visit: PortalVisit | undefined; readonly cards: ReactNode[]}[] = []
  for (const child of children) {
    const number = isValidElement<{number?: string}>(child) ? child.props.number : undefined
    const step = model.steps.find(candidate => candidate.number === number)
    const visit = step && model.visits.find(candidate => candidate.id === step.visit)
    const last = groups.at(-1)
    if (visit !== undefined && last?.visit === visit) last.cards.push(child)
    else groups.push({visit, cards: [child]})
  }
  return groups.flatMap(({visit, cards}) =>
    visit === undefined ? cards : [<Bracket key={visit.id} visit={visit} cards={cards} />],
  )
}

function Bracket({
  visit,
  cards,
}: {
  readonly visit: PortalVisit
  readonly cards: readonly ReactNode[]
}): ReactNode {
  return (
    <div className={styles['bracket']}>
      <p className={styles['visit']}>
        <Icon of={AppWindow} /> <Say of={visit.label} />
      </p>
      {cards}
    </div>
  )
}
