/** Text of about `size` characters. */
type Growing = (size: number) => string

const ofPieces: Readonly<Record<string, Growing>> = Object.fromEntries(
  Object.entries({
    'targets begun': '<span data-ttu-id="00000-1">',
    'lookups begun': '<span class="sxs-lookup"><span data-stu-id="00000-1">',
    'closing tags': '</span>',
    'tags without an end': '<span data-ttu-id="00000-1',
    'spans begun': '<span>',
    'spans with words': '<span data-t x>',
    'loose attributes': 'data-ttu-id="00000-1"> ',
    pairs:
      '<span data-ttu-id="00000-1">a</span><span class="sxs-lookup"><span data-stu-id="00000-1">b</span></span>\n',
    'stray closing tags in sources':
      '<span data-ttu-id="00000-1">a</span> </span><span class="sxs-lookup"><span data-stu-id="00000-1">b</span> </span></span>',
    fences: '---\n',
    'front matter of open lists': '---\na: [',
    headings: '# <a name="x"></a>a #\n',
    'anchors in one heading': '# <a name="x">',
    'brackets in one heading': '# [](a',
    'code fences': '```\n',
    'signs of numbers': '# #',
    entities: '&#',
    blanks: ' ',
    'line ends': '\r',
    backslashes: '\\',
    'comments begun': 'a <!--',
    'instructions begun': 'a <?',
    'declarations begun': 'a <!A',
    'strong words begun': '**a',
    'strong words': '**a** ',
    'emphasis ended otherwise': '_a* ',
    'emphasis only ended': 'a** b* ',
    'strokes begun': '~~a ~b ',
    'ends of links': 'a](',
    links: '[a](u) ',
    'short rows of a table': '|x|\n',
  }).map(([name, piece]) => [name, (size: number) => piece.repeat(Math.ceil(size / piece.length))]),
)

/** Texts that grow by one kind of sign: where a reader of them is not linear, it shows. By name. */
export const growing: Readonly<Record<string, Growing>> = {
  ...ofPieces,
  'code in backticks of all lengths': size =>
    Array.from({length: Math.ceil(Math.sqrt(2 * size))}, (_, index) => '`'.repeat(index + 1)).join(' '),
  'a table of many columns': size => {
    const columns = Math.ceil(size / 10)
    return `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|x|\n'.repeat(columns)}`
  },
}
