/**
 * The one JSON object of a pasted text: all of it, or whole lines between prompts. Null where the text holds any other
 * bracket, where the object may be a part of more, and where a key stands twice, because then nobody knows what it says.
 */
export function pastedObject(text: string): object | null {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const [start, end] = [trimmed.indexOf('{'), trimmed.lastIndexOf('}') + 1]
  if (start < 0 || end === 0) return null
  const [before, after] = [trimmed.slice(0, start), trimmed.slice(end)]
  if ([before, after].some(rest => /[{}[\]]/.test(rest.replace(remotePrompt, '')))) return null
  // `ConvertTo-Json` begins in the first column; what stands further in belongs to something else.
  const isAlone = /(?:^|\n)$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(after)
  const isPart = /(?:["\d][ \t]*:|,)$/.test(before.trimEnd()) || /^\s*[,:]/.test(after)
  return isAlone && !isPart ? parse(trimmed.slice(start, end)) : null
}

// `[AADC01]: PS C:\>`, the prompt of a session on another computer.
const remotePrompt = /^\[[\w.-]+\]: PS /gm

function parse(json: string): object | null {
  try {
    const object = JSON.parse(json) as object
    return hasKeyTwice(json) ? null : object
  } catch {
    return null
  }
}

/** Whether an object of a valid JSON text has a key twice, of which `JSON.parse` would give the last. */
function hasKeyTwice(json: string): boolean {
  const open: Set<string>[] = []
  for (const [token, written, colon] of json.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set())
    if (token === '}') open.pop()
    if (written === undefined || colon === undefined) continue
    const keys = open.at(-1)
    const key = JSON.parse(written) as string
    if (keys?.has(key)) return true
    keys?.add(key)
  }
  return false
}
