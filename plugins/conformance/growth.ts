/** Texts that grow by one kind of sign: where a reader of them is not linear, it shows. By name, of about `size` characters. */
export const growing: Readonly<Record<string, (size: number) => string>> = Object.fromEntries(
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
  }).map(([name, piece]) => [name, (size: number) => piece.repeat(Math.ceil(size / piece.length))]),
)
