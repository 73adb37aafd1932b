import {parse as parseYaml} from 'yaml'
import {anchor, readActionFile, type ActionSource, type ArticleProcedure} from '../runbook/index.ts'
import type {Carried} from './carry.ts'

/** A new text of an action file, with the entries that must not be written as they are. */
export interface Rewritten {
  readonly text: string
  /** Ids whose text or occurrence is another now. */
  readonly written: readonly string[]
  /** Entries that would be bound to another passage than was found for them; where there is one nothing may be written. */
  readonly misled: readonly Carried[]
}

/**
 * The action file with what was carried written into it: occurrences, and the texts of those reworded entries that were
 * accepted. Every other byte stays, comments too.
 */
export function rewrite(
  {text, source}: {readonly text: string; readonly source: ActionSource},
  carried: readonly Carried[],
  {now, accepted}: {readonly now: readonly ArticleProcedure[]; readonly accepted: (id: string) => boolean},
): Rewritten {
  const settled = carried.filter(each => each.state !== 'reworded' || accepted(each.id))
  const edits = settled.flatMap(each => editsOf(each, {text, source}))
  const after = splice(text, edits)
  const written = settled.filter(each => edits.some(edit => edit.id === each.id)).map(each => each.id)
  return {text: after, written, misled: misledBy(after, carried, {now, settled: new Set(settled)})}
}

interface Edit {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
}

function editsOf(
  carried: Carried,
  {text, source}: {readonly text: string; readonly source: ActionSource},
): readonly Edit[] {
  const {id, key, to, state, fate} = carried
  const entry = entryOf(carried, source)
  if (entry === null || to === null) return []
  const {places} = source
  const value = places.value(entry, key)
  const written = text.slice(value.start, value.end)
  const fresh = 'intro' in to.passage ? to.passage.intro : to.passage.text
  const inBraces = text[places.of(entry).start] === '{'
  const edits: Edit[] = []
  // The value of a block scalar has the comment behind its sign, and the line feed of its last line.
  const tail = `${/^[|>][^\r\n]*?( #[^\r\n]*)/.exec(written)?.[1] ?? ''}${/\r?\n$/.exec(written)?.[0] ?? ''}`
  if (state === 'reworded' && fate?.kind === 'reworded')
    edits.push({id, ...value, text: scalarOf(fresh, {before: written, inBraces}) + tail})
  if (entry.occurrence !== undefined) {
    if (entry.occurrence !== to.occurrence)
      edits.push({id, ...places.value(entry, 'occurrence'), text: String(to.occurrence)})
  } else if (to.count > 1) {
    const at = places.key(entry, key).start
    edits.push({
      id,
      start: at,
      end: at,
      text: `occurrence: ${to.occurrence}${inBraces ? ', ' : lineBefore(text, at)}`,
    })
  }
  return edits
}

/** A line break and the blanks that bring the next key under the one at a place. */
function lineBefore(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return `${text.includes('\r\n') ? '\r\n' : '\n'}${line.replaceAll('-', ' ')}`
}

/** A text as a YAML scalar on one line, in the style in which another one is written where that can hold it. */
function scalarOf(
  text: string,
  {before, inBraces}: {readonly before: string; readonly inBraces: boolean},
): string {
  const [single, double] = [`'${text.replaceAll("'", "''")}'`, JSON.stringify(text)]
  const styles = before.startsWith('"')
    ? [double]
    : [...(before.startsWith("'") ? [] : [text]), single, double]
  return styles.find(each => reads(inBraces ? `{on: ${each}, do: x}` : `on: ${each} # x`, text)) ?? double
}

function reads(yaml: string, text: string): boolean {
  try {
    return (parseYaml(yaml) as {on?: unknown}).on === text
  } catch {
    return false
  }
}

function splice(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start)
  let at = 0
  const parts = sorted.flatMap(edit => {
    const before = text.slice(at, edit.start)
    at = edit.end
    return [before, edit.text]
  })
  return [...parts, text.slice(at)].join('')
}

/** The entries that the written file ties to another passage of the new revision than was found for them. */
function misledBy(
  text: string,
  carried: readonly Carried[],
  {now, settled}: {readonly now: readonly ArticleProcedure[]; readonly settled: ReadonlySet<Carried>},
): readonly Carried[] {
  const source = readActionFile(text)
  if (source.file === null) return carried
  const {file, places} = source
  return carried.filter(each => {
    const entry = entryOf(each, source)
    // Alone: of two entries for one passage the file binds only the first.
    const alone = {
      ...file,
      procedures: file.procedures.filter(other => other === entry),
      steps: file.steps.filter(other => other === entry),
    }
    const {stepEntryOf, procedureEntryOf} = anchor(alone, now, places)
    const [found] = [...stepEntryOf.keys(), ...procedureEntryOf.keys()]
    return found !== (settled.has(each) ? each.to?.passage : undefined)
  })
}

/** The entry of the file that was carried. */
function entryOf({key, index}: Carried, {file}: ActionSource) {
  return (key === 'after' ? file?.procedures[index] : file?.steps[index]) ?? null
}
