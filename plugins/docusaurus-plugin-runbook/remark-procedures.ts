import type {BlockContent, Paragraph, PhrasingContent, Root, RootContent, Text} from 'mdast'
import type {MdxJsxAttribute, MdxJsxFlowElement} from 'mdast-util-mdx-jsx'
import type {VFile} from 'vfile'
import {listProcedures, type ListedProcedure, type StepPlace} from '../runbook/index.ts'

/** What the plugin has to be told. */
export interface Options {
  /** Whether the article at this path has an action file. */
  readonly isRunbook: (path: string) => boolean
  /** The bulleted lists of that article that its action file names, by their place among its lists, from 0. */
  readonly bulletedIn?: (path: string) => readonly number[]
  /** The steps that the page of that article is compiled with; without it, the page's own count. */
  readonly stepsIn?: (path: string) => readonly StepPlace[]
}

/**
 * Turns the procedures of a runbook's article into elements: `RunbookLead`, `RunbookPart` with its introduction and
 * `RunbookStep`s, `RunbookCrossing` between two parts. Other articles are left as they are.
 * @throws where the page would have other steps than it is compiled with: an action would stand on a step it is not for.
 */
export default function remarkProcedures({isRunbook, bulletedIn = () => [], stepsIn}: Options) {
  return (tree: Root, file: VFile): void => {
    if (!isRunbook(file.path)) return
    const boundaries = (file.data.bilingual?.segments ?? []).map(segment => segment.range.start)
    const procedures = listProcedures(tree.children, bulletedIn(file.path))
    if (stepsIn !== undefined) assertSteps(procedures, stepsIn(file.path), file)
    const lists = new Map(
      procedures.flatMap(({part, lists: parts}) =>
        parts.map(({list, start}) => [list as RootContent, {part, start, list}] as const),
      ),
    )
    const children: RootContent[] = []
    let pending: RootContent[] = []
    let open = 0
    for (const node of tree.children) {
      const found = lists.get(node)
      if (found === undefined) {
        pending.push(node)
        continue
      }
      const {part, start, list} = found
      const [before, introduction] = splitIntroduction(pending, boundaries)
      pending = []
      if (part > open) {
        children.push(
          ...between(before, open, part),
          element('RunbookPart', {part: String(part)}, introduction),
        )
        open = part
      } else {
        // The same procedure goes on after prose.
        addTo(children, [...before, ...introduction])
      }
      addTo(
        children,
        list.children.map((item, index) =>
          stepElement(`${String(part)}.${String(start + index)}`, item.children),
        ),
      )
    }
    tree.children = [...children, ...pending]
  }
}

/** Compares the numbers of the steps, and that each begins where the compiled one does. */
function assertSteps(
  procedures: readonly ListedProcedure[],
  compiled: readonly StepPlace[],
  {path, data}: VFile,
): void {
  const toAuthored = data.bilingual?.toAuthored ?? (offset => offset)
  const shown = procedures.flatMap(({part, lists}) =>
    lists.flatMap(({list, start}) =>
      list.children.map(({position}, index) => ({
        number: `${part}.${start + index}`,
        from: toAuthored(position?.start.offset ?? 0),
        to: toAuthored(position?.end.offset ?? 0, 'end'),
      })),
    ),
  )
  const isCompiled = ({number, from, to}: (typeof shown)[number], index: number) => {
    const step = compiled[index]
    return step?.number === number && from <= step.start && step.start <= to
  }
  if (shown.length === compiled.length && shown.every(isCompiled)) return
  const numbers = (steps: readonly {readonly number: string}[]) =>
    steps.map(each => each.number).join(', ') || 'none'
  throw new Error(
    `${path}: Unexpected steps ${numbers(shown)} on the page, expected those it is compiled with, ${numbers(compiled)}, at their places`,
  )
}

/** What stands before a part: the title and the lead before the first, the crossing before each other. */
function between(blocks: readonly RootContent[], from: number, to: number): readonly RootContent[] {
  if (from > 0) return [element('RunbookCrossing', {from: String(from), to: String(to)}, blocks)]
  const title = blocks.findIndex(block => block.type === 'heading' && block.depth === 1)
  return [...blocks.slice(0, title + 1), element('RunbookLead', {}, blocks.slice(title + 1))]
}

function addTo(blocks: readonly RootContent[], children: readonly RootContent[]): void {
  const part = blocks.at(-1)
  if (part?.type === 'mdxJsxFlowElement') part.children.push(...asFlow(children))
}

function stepElement(number: string, blocks: readonly RootContent[]): MdxJsxFlowElement {
  const [first, ...rest] = blocks
  const sentence = first?.type === 'paragraph' ? first.children : []
  const prose = first?.type === 'paragraph' ? rest : blocks
  return element('RunbookStep', {number}, [
    element('StepSentence', {}, sentence),
    ...(prose.length > 0 ? [element('StepProse', {}, prose)] : []),
  ])
}

/** The paragraph before a list is its introduction; of several segments only the last, as `after:` names it. */
function splitIntroduction(
  blocks: readonly RootContent[],
  boundaries: readonly number[],
): readonly [before: readonly RootContent[], introduction: readonly RootContent[]] {
  const last = blocks.at(-1)
  if (last?.type !== 'paragraph') return [blocks, []]
  const start = last.position?.start.offset ?? 0
  const end = last.position?.end.offset ?? 0
  const boundary = boundaries.filter(offset => offset > start && offset < end).at(-1)
  if (boundary === undefined) return [blocks.slice(0, -1), [last]]
  const [head, tail] = splitParagraph(last, boundary)
  return [[...blocks.slice(0, -1), head], [tail]]
}

function splitParagraph(paragraph: Paragraph, offset: number): readonly [Paragraph, Paragraph] {
  const head: PhrasingContent[] = []
  const tail: PhrasingContent[] = []
  for (const node of paragraph.children) {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    if (end <= offset) head.push(node)
    else if (start >= offset || node.type !== 'text') tail.push(node)
    else {
      const [left, right] = splitText(node, end - offset)
      head.push(left)
      tail.push(right)
    }
  }
  return [
    {type: 'paragraph', children: head},
    {type: 'paragraph', children: tail},
  ]
}

// An escape or a character reference before the boundary makes the value shorter than its source, so count from the end.
function splitText(node: Text, lengthOfTail: number): readonly [Text, Text] {
  const at = Math.max(0, node.value.length - lengthOfTail)
  return [
    {type: 'text', value: node.value.slice(0, at).trimEnd()},
    {type: 'text', value: node.value.slice(at).trimStart()},
  ]
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (RootContent | PhrasingContent)[],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]): MdxJsxAttribute => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children: asFlow(children),
  }
}

// `StepSentence` holds phrasing content: the element is the block, its words stand in it as in a paragraph.
function asFlow(children: readonly (RootContent | PhrasingContent)[]): BlockContent[] {
  return children as BlockContent[]
}
