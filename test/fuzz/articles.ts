import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {flagship, pair} from '../bilingual/flagship.ts'

const corpus = fileURLToPath(new URL('../../../shared/corpus/fr-FR/bilingual', import.meta.url))

const synthetic = [
  `---\ntitle: Titre\nms.contentlocale: ja-JP\n---\n# <a name="a"></a>${pair('0a1b2-102', '題名', 'Title')}\n\n1. ${pair('0a1b2-103', '\n   **設定**を開く', 'Open **Settings**.')}\n\n> [!NOTE]\n> ${pair('0a1b2-p104', '注', 'A. B.')}\n\n2. ${pair('0a1b2-106', 'a </span> b', 'Type `x` for <user principal name>.')}\n`,
  `\uFEFF---\r\ntitle: عنوان\r\n---\r\n- ${pair('f0f0f-102', 'افتح [هنا](https://x.example)', 'Open [this](https://x.example)')}\r\n\r\n| a | b |\r\n|---|---|\r\n|${pair('f0f0f-103', 'س', 'c')}|${pair('f0f0f-104', '<span>ص</span>', 'd')}|\r\n`,
  '# Plain\n\n1. One\n2. Two\n',
  '',
]

/** Articles to damage: some of the corpus where it is there, the flagship and a few made for this in any case. */
export function articlesToDamage(): readonly string[] {
  if (!existsSync(corpus)) {
    console.warn(
      'SKIPPED: the corpus ../shared/corpus/fr-FR is absent, so only articles of the project were damaged.',
    )
    return [flagship, ...synthetic]
  }
  const names = readdirSync(corpus).filter(name => name.endsWith('.md'))
  const some = names
    .filter((_, index) => index % 29 === 0)
    .map(name => readFileSync(join(corpus, name), 'utf8'))
  return [flagship, ...synthetic, ...some.filter(text => text.length < 8000)]
}
