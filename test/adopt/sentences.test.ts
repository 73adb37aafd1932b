import {describe, expect, test} from 'vitest'
import {sentencesOf} from '../../plugins/adopt/index.ts'

function cut(locale: string, words: string): readonly string[] {
  const starts = sentencesOf(locale)(words)
  return starts.map((start, index) => words.slice(start, starts[index + 1]).trim())
}

describe.each<[string, readonly (readonly [string, readonly string[]])[]]>([
  [
    'en-US',
    [
      ['two sentences', ['Open it.', 'Then wait.']],
      ['an abbreviation', ['Use a browser, e.g. Edge, or another one, i.e. Chrome.']],
      ['a title', ['Ask Dr. Lee vs. Mr. Wu.', 'Then wait.']],
      ['a numbered thing', ['See No. 5 and vol. 2.', 'Then wait.']],
      ['a word that only looks like it', ['Select No.', 'Then wait.']],
      ['a version', ['Install version 1.0.24.', 'It needs TLS 1.2.']],
      ['a file ending and a host', ['Open setup.exe at portal.azure.com.', 'Wait.']],
      ['a label that ends in dots', ['Select Save As... and then More ... > Options.']],
      ['a label that asks', ['Select Need help? and wait.']],
      ['a sentence that begins with a number', ['Wait.', '24 hours may pass.']],
      ['quotation marks', ['It says "Not found."', 'Then wait.']],
      ['a question', ['Is it on?', 'Turn it off!', 'Wait.']],
    ],
  ],
  [
    'fr-FR',
    [
      ['blanks before signs', ['Est-ce actif ?', 'Attendez !', 'Puis continuez.']],
      ['an abbreviation', ['Utilisez p. ex. Edge, cf. M. Dupont.', 'Attendez.']],
    ],
  ],
  ['de-DE', [['abbreviations', ['Nutzen Sie z. B. Edge bzw. Chrome, d. h. einen Browser.', 'Warten Sie.']]]],
  [
    'ja-JP',
    [
      ['no blank between', ['開きます。', '待ちます。']],
      ['marks of full width', ['有効ですか？', '待ってください！', '次に進みます。']],
      ['a stop in brackets', ['「見つかりません。」', '待ちます。']],
      ['a host and a version', ['portal.azure.com で 1.2.3 を開きます。', '待ちます。']],
      ['a number first', ['待ちます。', '24 時間かかります。']],
      ['digits of full width', ['３０ 分待ちます。', '次に進みます。']],
    ],
  ],
  ['zh-Hans', [['no blank between', ['打开“设置”。', '是否已启用？', '请等待 1.5 天。', '然后继续！']]]],
  ['ko-KR', [['blanks and a full stop of ASCII', ['설정을 엽니다.', '기다리세요.']]]],
  [
    'ar-SA',
    [
      ['its own question mark', ['هل هو مفعّل؟', 'انتظر.']],
      ['its own digits', ['انتظر ٣٠ دقيقة.', 'ثم تابع.']],
      ['a mark of direction between', ['افتح Edge.\u200F', 'ثم انتظر.']],
      ['a mark of direction first', ['افتح Edge.', '\u200Fثم انتظر.']],
    ],
  ],
  ['he-IL', [['words of Latin letters', ['פתח את Intune.', 'האם הוא מופעל?', 'המתן 30 דקות.']]]],
  ['hi-IN', [['the danda', ['सेटिंग्स खोलें।', 'प्रतीक्षा करें।']]]],
])('%s', (locale, cases) => {
  const blank = ['ja-JP', 'zh-Hans'].includes(locale) ? '' : ' '
  test.each(cases)('%s', (_, sentences) => {
    expect(cut(locale, sentences.join(blank))).toEqual(sentences)
  })
})

test('takes linear time over a long paragraph', () => {
  const words = 'Open it, e.g. No. 5... and wait. '.repeat(5000)
  expect(sentencesOf('en-US')(words)).toHaveLength(5000)
})
