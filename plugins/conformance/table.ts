import {faultsOf, type ArticleReport} from './corpus-report.ts'

/** The table of a corpus: a line for each figure, then every difference, every fault and the rules that fired. */
export function toTable(reports: readonly ArticleReport[]): string {
  const texts = reports.flatMap(({text}) => (text === null ? [] : [text]))
  const compared = texts.filter(({comparison}) => comparison !== null)
  const by = (...reasons: readonly string[]) =>
    compared.filter(({comparison}) => comparison?.reasons.join() === reasons.join()).length
  const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
  const segments = sum(texts.map(each => each.segments))
  const [exact, escapes] = [by(), by('escapes')]
  const patched = sum(texts.map(each => each.patched))
  return [
    ...rows([
      ['files', `${reports.length} (${compared.length} with a published file)`],
      ['segments', String(segments)],
      ['pairs not read', String(sum(texts.map(each => each.unread.length)))],
      ['crashes', String(reports.length - texts.length)],
      ['target exact', String(exact)],
      ['target equal but for escapes', String(escapes)],
      ['target differing otherwise', String(compared.length - exact - escapes)],
      ['texts free of tags of pairs', `${texts.filter(each => each.isFree).length} of ${texts.length}`],
      ['identity patch', `${texts.filter(each => each.isIdentity).length} of ${reports.length}`],
      [
        'single-segment patches confined',
        `${patched - sum(texts.map(each => each.spread.length))} of ${patched}${patched < segments ? `, a seeded sample in ${texts.filter(each => each.patched < each.segments).length} long files` : ''}`,
      ],
      ...pageRows(reports),
      ...timeRows(reports),
    ]),
    '',
    ...differences(reports),
    ...reports.flatMap(report => faultsOf(report).map(fault => `FAULT  ${shown(report.path)}: ${fault}`)),
    ...ruleLines(reports),
  ].join('\n')
}

function pageRows(reports: readonly ArticleReport[]): readonly (readonly [string, string])[] {
  const pages = reports.flatMap(({page}) => (page === null ? [] : [page]))
  if (pages.length === 0) return []
  const rendered = pages.filter(({html}) => html !== null)
  const listed = pages.filter(({lists}) => lists > 0)
  const count = (tree: string) => pages.filter(({trees}) => trees === tree).length
  return [
    [
      'HTML equal to the published',
      `${rendered.filter(({html}) => html === 'equal').length} of ${rendered.length}`,
    ],
    [
      'HTML differing with its text',
      String(rendered.filter(({html}) => html === 'differs with its text').length),
    ],
    ['HTML differing elsewhere', String(rendered.filter(({html}) => html === 'differs elsewhere').length)],
    ['pages with unsafe HTML', String(pages.filter(({unsafe}) => unsafe.length > 0).length)],
    [
      'ordered lists on the source side',
      `${listed.length} articles, ${listed.reduce((total, {lists}) => total + lists, 0)} lists, ${listed.reduce((total, {items}) => total + items, 0)} items`,
    ],
    ['same step tree in both languages', String(count('same'))],
    ['other step tree, with a finding', String(count('differ with a finding'))],
    ['other step tree, silently', String(count('differ silently'))],
  ]
}

function timeRows(reports: readonly ArticleReport[]): readonly (readonly [string, string])[] {
  const total = reports.reduce((sum, {milliseconds}) => sum + milliseconds, 0)
  const [slowest] = [...reports].sort((a, b) => b.milliseconds - a.milliseconds)
  return [
    [
      'time',
      `${(total / 1000).toFixed(1)} s, ${(total / Math.max(1, reports.length)).toFixed(1)} ms an article, ` +
        `the longest ${(slowest?.milliseconds ?? 0).toFixed(0)} ms: ${shown(slowest?.path ?? '')}`,
    ],
  ]
}

function differences(reports: readonly ArticleReport[]): readonly string[] {
  return reports.flatMap(({path, text, page, expected}) => {
    const {reasons = [], first = null} = text?.comparison ?? {}
    if (first === null) return []
    const said = expected === null ? '' : `; the manifest: ${expected.result}`
    return [
      `${shown(path)}:${first.line}  ${reasons.join(' + ')}; HTML ${page?.html ?? 'not rendered'}${said}`,
      `    ours   ${JSON.stringify(first.ours)}`,
      `    theirs ${JSON.stringify(first.theirs)}`,
    ]
  })
}

function ruleLines(reports: readonly ArticleReport[]): readonly string[] {
  const filesOf = new Map<string, number>()
  const countOf = new Map<string, number>()
  for (const {page} of reports) {
    for (const rule of page?.rules ?? []) countOf.set(rule, (countOf.get(rule) ?? 0) + 1)
    for (const rule of new Set(page?.rules)) filesOf.set(rule, (filesOf.get(rule) ?? 0) + 1)
  }
  if (countOf.size === 0) return []
  return [
    '',
    'diagnostics by rule',
    ...rows(
      [...countOf].sort().map(([rule, count]) => [rule, `${count} in ${filesOf.get(rule) ?? 0} files`]),
    ),
  ]
}

function rows(lines: readonly (readonly [string, string])[]): readonly string[] {
  return lines.map(([name, value]) => `${name.padEnd(34)} ${value}`)
}

/** A path with its invisible signs spelled out. */
function shown(path: string): string {
  return path.replace(
    /[\p{Cf}\p{Cc}]/gu,
    sign => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}
