// Builds the project with a third and a fourth locale, one from right to left and one without blanks between words, from
// bilingual articles below `i18n/`. The interface has no words in them, so it stands there in English.
import {spawnSync} from 'node:child_process'
import {copyFileSync, cpSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {stageCode} from '../../../plugins/cli/stage.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = join(root, '.cache-passerelle/locales')
const article = 'restart-the-sync-service'
const others = ['ar-SA', 'ja-JP']

stageCode(folder, root)
place('fr-FR', `docs/${article}.md`)
for (const locale of others)
  place(locale, `i18n/${locale}/docusaurus-plugin-content-docs/current/${article}.md`)
for (const words of ['src/components/words', 'src/components/runbook/words']) {
  for (const file of readdirSync(join(folder, words)).filter(name => name.endsWith('.en-US.ts'))) {
    for (const locale of others)
      copyFileSync(join(folder, words, file), join(folder, words, file.replace('en-US', locale)))
  }
}
writeFileSync(
  join(folder, 'docusaurus.locales.ts'),
  `import config from './docusaurus.config.ts'
export default {
  ...config,
  onBrokenLinks: 'ignore',
  i18n: {
    ...config.i18n,
    locales: [...config.i18n.locales, 'ar-SA', 'ja-JP'],
    localeConfigs: {
      ...config.i18n.localeConfigs,
      'ar-SA': {label: 'العربية', htmlLang: 'ar-SA', direction: 'rtl', baseUrl: '/ar-SA/', translate: true},
      'ja-JP': {label: '日本語', htmlLang: 'ja-JP', baseUrl: '/ja-JP/', translate: true},
    },
  },
}
`,
)
const {status} = spawnSync(
  join(root, 'node_modules/.bin/docusaurus'),
  [
    ...['build', folder, '--config', join(folder, 'docusaurus.locales.ts')],
    ...['--out-dir', join(root, '.cache-passerelle/locales-site')],
  ],
  {cwd: folder, stdio: 'inherit'},
)
process.exit(status ?? 1)

function place(locale: string, below: string): void {
  const target = join(folder, below)
  mkdirSync(dirname(target), {recursive: true})
  cpSync(join(root, `test/fixtures/locales/${article}.${locale}.md`), target)
}
