/** A run of words that both texts have, or only the old (`out`), or only the new (`in`). */
export interface WordRun {
  readonly kind: 'same' | 'out' | 'in'
  readonly text: string
}

/**
 * How one text becomes another, word by word: the runs without `in` are the old text, those without `out` the new one.
 *
 * `Click **Next**.`, `Select **Next**.` → out `Click`, in `Select`, same `**Next**.`
 */
export function wordDiff(was: string, now: string): readonly WordRun[] {
  const [a, b] = [wordsOf(was), wordsOf(now)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const same = (words: readonly string[]) => words.map(text => ({kind: 'same' as const, text}))
  return joined([
    ...same(a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(end === 0 ? [] : a.slice(-end)),
  ])
}

/** A difference in the form of `git diff --word-diff`: `[-out-]` and `{+in+}`. */
export function formatWordDiff(runs: readonly WordRun[]): string {
  const form = {
    same: (text: string) => text,
    out: (text: string) => `[-${text}-]`,
    in: (text: string) => `{+${text}+}`,
  }
  return runs.map(({kind, text}) => form[kind](text)).join(' ')
}

// Above this many comparisons the middle is shown as changed in whole.
const mostCells = 1_000_000

function middle(a: readonly string[], b: readonly string[]): readonly WordRun[] {
  const out = (text: string) => ({kind: 'out' as const, text})
  const added = (text: string) => ({kind: 'in' as const, text})
  if (a.length * b.length > mostCells) return [...a.map(out), ...b.map(added)]
  const common = commonLengths(a, b)
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [word = '', other = ''] = [a[i], b[j]]
    if (i < a.length && j < b.length && word === other) {
      runs.push({kind: 'same', text: word})
      i++
      j++
    } else if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      runs.push(out(word))
      i++
    } else {
      runs.push(added(other))
      j++
    }
  }
  return runs
}

/** Length of the longest common run of words of each two tails. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = [Array.from({length: b.length + 1}, () => 0)]
  for (const word of [...a].reverse()) {
    const below = rows[0] ?? []
    const row = [0]
    for (let j = b.length - 1; j >= 0; j--) {
      row.unshift(b[j] === word ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[0] ?? 0))
    }
    rows.unshift(row)
  }
  return rows
}

function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const long: {kind: WordRun['kind']; text: string}[] = []
  for (const {kind, text} of runs) {
    const last = long.at(-1)
    if (last?.kind === kind) last.text += ` ${text}`
    else long.push({kind, text})
  }
  return long
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ')
}
