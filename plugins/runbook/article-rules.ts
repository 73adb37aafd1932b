// The part of the catalogue in rules.ts that is about a bilingual file, whether or not it is a runbook's.
import {error, markup, warning, wording, type Rule} from './rule.ts'
import {code, oneOf, plain, reason} from './words.ts'

const pairForm =
  '`<span data-ttu-id="…">target</span><span class="sxs-lookup"><span data-stu-id="…">source</span></span>`'

/** The rules of articles by id. */
export const articleRules = {
  // The bilingual file.
  'segment-malformed': error(
    a => `Unexpected tag ${code(a, 'tag')} of a segment, expected ${code(a, 'expected')}`,
    () => `write the pair exactly as ${pairForm}`,
  ),
  'segment-unpaired': error(
    a => `Missing ${a['side'] === 'source' ? 'target' : 'source'} text of segment ${code(a, 'id')}`,
    () => `write both texts of the pair: ${pairForm}`,
  ),
  'segment-nested': error(
    a => `Unexpected segment inside segment ${code(a, 'id')}`,
    a => `end segment ${code(a, 'id')} before the next one begins`,
  ),
  'segment-truncated': error(
    a => `Unexpected end of segment ${code(a, 'id')}: its ${plain(a, 'side')} text is not closed`,
    a =>
      `close the ${plain(a, 'side')} text with \`${a['side'] === 'source' ? '</span></span>' : '</span>'}\``,
  ),
  'segment-separated': error(
    a => `Unexpected ${code(a, 'text')} between the two texts of segment ${code(a, 'id')}`,
    () => 'let the source follow the target with nothing between them',
  ),
  'segment-duplicate': error(
    a => `Unexpected second segment ${code(a, 'id')}`,
    () => 'give each segment of the file an id of its own',
  ),
  'segment-id-differs': error(
    a => `Unexpected source id ${code(a, 'source')}, expected ${code(a, 'target')}`,
    a => `give both texts of the pair the id ${code(a, 'target')}`,
  ),
  'segment-id-malformed': warning(
    a => `Unexpected segment id ${code(a, 'id')}, expected five hexadecimal digits, a hyphen and a number`,
    () => 'write the id as Microsoft does, for example `3e638-102` or `3e638-p102`',
  ),
  'source-empty': error(
    a => `Missing source text in segment ${code(a, 'id')}`,
    () => 'write the English text of the segment',
  ),
  'target-empty': wording(
    a => `Missing target text in segment ${code(a, 'id')}`,
    () => 'translate the source text of the segment; until then the page shows the English, marked',
  ),
  'source-differs': error(
    a =>
      `${a['actual'] ? `Unexpected source text ${code(a, 'actual')}` : 'Unexpected end of the source text'}, expected ${
        a['expected'] ? code(a, 'expected') : 'its end'
      } as at ${code(a, 'place')}`,
    () => 'give the bilingual files of one article the same English, in the same order, in all locales',
  ),
  'locale-differs': error(
    a => `Unexpected \`ms.contentlocale\` ${code(a, 'actual')}, expected ${code(a, 'expected')}`,
    () => 'put the article into the folder of its own locale, or correct the key',
  ),
  'front-matter-missing': error(
    () => 'Missing front matter at the start of the article',
    () => 'begin the file with `---`, the keys `title` and `ms.contentlocale`, and `---`',
  ),
  'front-matter-invalid': error(
    a => `Unexpected front matter: ${reason(a)}`,
    () => 'write the front matter as plain YAML between two lines of `---`',
  ),
  'heading-id-duplicate': error(
    a => `Unexpected second heading id ${code(a, 'id')}`,
    () => 'give each heading a name of its own',
  ),
  'html-refused': markup(
    a => `Unexpected HTML ${oneOf(a, 'actual')}, expected Markdown`,
    () => 'write it in Markdown, or in backticks where it is meant to be read: the page shows it as text',
  ),
  'link-refused': markup(
    a =>
      `Unexpected link target ${code(a, 'actual')}, expected a page, a file among the pages that runs nothing, \`mailto:\` or \`tel:\``,
    () =>
      'link to a page, or to a file beside it of a type in which no browser runs script, `.png` or `.pdf`: the page shows the words without the link',
  ),
  'image-refused': markup(
    a => `Unexpected image ${code(a, 'actual')}, expected a picture file of this site`,
    () =>
      'keep the image beside the article, as `.png`, `.jpg`, `.gif`, `.webp` or `.avif`: another host would learn who reads it, and SVG can run script',
  ),

  'nesting-refused': markup(
    () =>
      'Unexpected nesting of Markdown, more than a hundred levels deep, or too many signs in one paragraph',
    () =>
      'take the signs `>`, `-`, `*`, `[` or `|` out that are too many: the page shows the article as text',
  ),

  // Plain Markdown that is to become a bilingual file.
  'skeleton-differs': error(
    a => `Unexpected ${plain(a, 'actual')}, expected ${plain(a, 'expected')} as at ${code(a, 'place')}`,
    () => 'give both documents the same blocks in the same order; only their words may differ',
  ),
  'document-empty': error(
    () => 'Missing words: the document has nothing below its front matter',
    () => 'name a document in Markdown that has words',
  ),
  'pair-doubtful': warning(
    a => {
      const [come, gone] = [plain(a, 'actual'), plain(a, 'expected')]
      const what = plain(a, 'what')
      if (come === '') return `Missing ${what} ${oneOf(a, 'expected')} of the sentence at ${code(a, 'place')}`
      const expected = gone === '' ? 'none as in the sentence' : `${oneOf(a, 'expected')} as in the sentence`
      return `Unexpected ${what} ${oneOf(a, 'actual')}, expected ${expected} at ${code(a, 'place')}`
    },
    () => 'see whether this translates that sentence; put what stands elsewhere back into its place',
  ),
  'pair-merged': warning(
    a =>
      `Unexpected number of sentences ${plain(a, 'actual')}, expected ${plain(a, 'expected')} as at ${code(a, 'place')}: together they are one segment`,
    () => 'divide both into as many sentences where each is to be a segment of its own',
  ),
  'source-lost': warning(
    a =>
      `Unexpected ${plain(a, 'what')} ${code(a, 'actual')} in English: the article keeps one language of it only`,
    () => 'say what English readers need in a sentence of its own: the translation stands in its place',
  ),
  'title-taken': {
    severity: 'info',
    text: a =>
      `Missing \`title\` in the front matter of the translation: ${
        a['isOwn']
          ? `its first heading is taken, ${code(a, 'actual')}`
          : `the English one stays, ${code(a, 'actual')}`
      }`,
    fix: () => 'write `title` into the front matter of the translation where it is to be another one',
  },
  'pair-unwritable': error(
    a => `Unexpected ${code(a, 'tag')}, expected plain Markdown without tags that belong to a segment`,
    () => 'take the tags out, or adopt one language of the article: `npm run -s passerelle -- project`',
  ),
} satisfies Readonly<Record<string, Rule>>
