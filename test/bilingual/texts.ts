import fc from 'fast-check'
import {flagship, pair} from './flagship.ts'

const words = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 12}).filter(text => !text.includes('<')),
  fc.constantFrom(
    '**Oui**',
    '<user principal name>',
    '</span>',
    '<span>x</span>',
    '`a`',
    '\n',
    '\\*',
    '« x »',
  ),
)
const segments = fc
  .tuple(fc.nat({max: 0xfffff}), fc.nat({max: 999}), words, words)
  .map(([prefix, n, target, source]) => pair(`${prefix.toString(16).padStart(5, '0')}-${n}`, target, source))

/** Articles of well-formed pairs between pieces of skeleton. */
export const bilingualTexts = fc
  .array(
    fc.oneof(
      segments,
      fc.constantFrom('\n\n', '\r\n', '1. ', '# <a name="x"></a>', ' ', '> [!NOTE]\n> ', '---\n'),
    ),
    {
      maxLength: 12,
    },
  )
  .map(parts => parts.join(''))

/** The flagship after a few cuts, repetitions and insertions of the format's own pieces. */
export const damagedTexts = fc
  .array(
    fc.record({
      at: fc.nat({max: flagship.length}),
      length: fc.nat({max: 60}),
      piece: fc.constantFrom(
        '',
        '<span data-ttu-id="3e638-105">',
        '</span>',
        '<span class="sxs-lookup">',
        '<span data-stu-id="3e638-105">',
        "<span data-ttu-id='x",
        '<span>',
        '---\n',
        '\n# <a name="x"></a>',
        '\uFEFF',
        '\r',
      ),
    }),
    {maxLength: 6},
  )
  .map(edits =>
    edits.reduce(
      (text, {at, length, piece}) => text.slice(0, at) + piece + text.slice(at + length),
      flagship,
    ),
  )
