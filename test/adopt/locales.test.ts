// Adoption into languages whose sentences end otherwise, stand without blanks, or run from right to left.
import {expect, test} from 'vitest'
import {adopt} from '../../plugins/adopt/index.ts'
import {projectArticle, readFrontMatter, readOrigin, scan} from '../../plugins/bilingual/index.ts'

const english = (body: string) => `---\ntitle: Passwords\n---\n\n# Passwords\n\n${body}\n`
const body =
  'Open **Intune** at <https://portal.example>. Is it on? Wait 1,500.5 minutes.\n\n1. Run `reset`. Wait.\n2. Go on.'
const withoutNames = (text: string) => text.replaceAll(/<a name="[^"]*"><\/a>/g, '')

const cases: readonly (readonly [string, string, string])[] = [
  [
    'ar-SA',
    'كلمات المرور',
    'افتح **Intune** على <https://portal.example>. هل هو قيد التشغيل؟ انتظر ١٬٥٠٠٫٥ دقيقة.\n\n1. شغّل `reset`. انتظر.\n2. تابع.',
  ],
  [
    'he',
    'סיסמאות',
    'פתח את **Intune** ב-<https://portal.example>. האם הוא מופעל? המתן 1,500.5 דקות.\n\n1. הפעל את `reset`. המתן.\n2. המשך.',
  ],
  [
    'ja-JP',
    'パスワード',
    '<https://portal.example> で **Intune** を開きます。オンですか？１，５００．５ 分待ちます。\n\n1. `reset` を実行します。待ちます。\n2. 続けます。',
  ],
  [
    'zh-Hans',
    '密码',
    '在 <https://portal.example> 打开 **Intune**。是否已开启？等待 1500.5 分钟。\n\n1. 运行 `reset`。等待。\n2. 继续。',
  ],
  [
    'sr-Latn-RS',
    'Lozinke',
    'Otvorite **Intune** na <https://portal.example>. Da li je uključen? Sačekajte 1.500,5 minuta.\n\n1. Pokrenite `reset`. Sačekajte.\n2. Nastavite.',
  ],
]

test.each(cases)(
  '%s: sentence by sentence, both sides their documents again, nothing doubted',
  (locale, title, words) => {
    const target = `---\ntitle: ${title}\n---\n\n# ${title}\n\n${words}\n`
    const {text, diagnostics} = adopt({
      source: {path: 'en.md', text: english(body)},
      target: {path: 'other.md', text: target},
      locale,
    })
    expect(diagnostics.flatMap(file => file.messages.map(String))).toEqual([])
    const article = text ?? ''
    const {segments, findings} = scan(article)
    expect(findings).toEqual([])
    expect(segments.map(each => each.source.text.trim())).toEqual([
      'Passwords',
      'Open **Intune** at <https://portal.example>.',
      'Is it on?',
      'Wait 1,500.5 minutes.',
      'Run `reset`.',
      'Wait.',
      'Go on.',
    ])
    const {attributes} = readFrontMatter(scan(article), 'target')
    expect(attributes).toMatchObject({title, 'ms.contentlocale': locale})
    expect(readOrigin(attributes).locale).toBe(locale)
    expect(withoutNames(projectArticle(article, 'source'))).toBe(english(body))
    const key = `ms.contentlocale: ${locale}\n---`
    expect(withoutNames(projectArticle(article, 'target'))).toBe(
      target.replace('\n---\n\n#', `\n${key}\n\n#`),
    )
  },
)

test.each(cases)('%s: sentences that changed places are doubted', (locale, title, words) => {
  const [first = '', ...rest] = words.split('\n\n')
  const [, ...later] = new Intl.Segmenter(locale, {granularity: 'sentence'}).segment(first)
  const sentences = [...later].map(each => each.segment)
  const turned = `${first.slice(sentences.join('').length * -1)} ${first.slice(0, -sentences.join('').length)}`
  const {diagnostics} = adopt({
    source: {path: 'en.md', text: english(body)},
    target: {
      path: 'other.md',
      text: [`---\ntitle: ${title}\n---\n\n# ${title}`, turned, ...rest].join('\n\n'),
    },
    locale,
  })
  expect(diagnostics.flatMap(file => file.messages.map(each => each.ruleId))).toContain('pair-doubtful')
})
