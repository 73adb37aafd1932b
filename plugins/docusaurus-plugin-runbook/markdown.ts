// The little Markdown that the approval file is written in. What comes from elsewhere never becomes markup.

/** A text as it reads, whatever signs it holds. */
export function plain(text: string): string {
  return text.replace(/[ \p{Cc}]+/gu, ' ').replace(/[\\`*_[\]<>|#~&]/g, '\\$&')
}

/** A text as code; nothing where it is empty. */
export function code(text: string): string {
  if (text === '') return ''
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length)))
  const edge = fence.length > 1 ? ' ' : ''
  return `${fence}${edge}${text.replace(/[ \p{Cc}]+/gu, ' ')}${edge}${fence}`
}

/** A link to an address that is ours or was checked as a source. */
export function link(label: string, address: string): string {
  return `[${plain(label)}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`
}

/** A list with a hyphen to each entry. */
export function bullets(entries: readonly string[]): string {
  return entries.map(entry => `- ${entry}`).join('\n')
}

/** A table; its cells are Markdown of one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')
}

// In a table GFM takes a bar for the end of the cell, in code too. `plain` has a backslash before its own already.
function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|')
}
