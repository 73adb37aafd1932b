import type {Config} from '@docusaurus/types'
import type {UserThemeConfig} from '@docusaurus/theme-common'
import {parseArticleFrontMatter} from './plugins/docusaurus-plugin-runbook/front-matter.ts'
import {iconShapes} from './plugins/docusaurus-plugin-runbook/icon-shapes.ts'
import {buildId} from './plugins/docusaurus-plugin-runbook/build-id.ts'
import {loadConfiguration} from './plugins/docusaurus-plugin-runbook/configuration.ts'
import {prismTheme} from './src/css/prism.ts'
import {sourceLocale} from './src/model/locale.ts'

// Undefined in the first of the three times Docusaurus reads this file, and in `docusaurus start`.
const locale = process.env['DOCUSAURUS_CURRENT_LOCALE'] ?? sourceLocale
const configuration = loadConfiguration(__dirname)

const config: Config = {
  title: 'Passerelle',
  tagline:
    locale === sourceLocale ? 'Bilingual runbooks that run' : 'Des procédures bilingues qui s’exécutent',
  favicon: 'img/favicon.svg',
  url: configuration.url,
  baseUrl: '/',
  trailingSlash: false,
  baseUrlIssueBanner: false,
  storage: {namespace: 'passerelle'},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  future: {
    v4: true,
    // The persistent cache serves stale pages after an edit of an action file or of a plugin.
    faster: {rspackPersistentCache: false, gitEagerVcs: false},
    experimental_vcs: false,
  },
  i18n: {
    defaultLocale: sourceLocale,
    locales: [sourceLocale, 'fr-FR'],
    localeConfigs: {
      'en-US': {label: 'English', htmlLang: 'en-US', baseUrl: '/', translate: true},
      'fr-FR': {label: 'Français', htmlLang: 'fr-FR', baseUrl: '/fr-FR/', translate: true},
    },
  },
  markdown: {
    format: 'detect',
    emoji: false,
    parseFrontMatter: parseArticleFrontMatter(locale),
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },
  customFields: {
    build: buildId(__dirname),
    signIn: configuration.signIn,
    // Written after the pages: `npm run dev` has none, and shows no link to it.
    approval: process.env['NODE_ENV'] === 'production',
  },
  plugins: [
    ['@docusaurus/plugin-svgr', {svgrConfig: iconShapes}],
    [
      './plugins/docusaurus-plugin-runbook/docs.ts',
      {routeBasePath: '/', numberPrefixParser: false, breadcrumbs: true},
    ],
    './plugins/docusaurus-plugin-runbook/index.ts',
  ],
  themes: [
    [
      '@docusaurus/theme-classic',
      {customCss: ['./src/css/tokens.css', './src/css/custom.css', './src/css/print.css']},
    ],
  ],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: 'passerelle',
      items: [
        // An article stands at the root; everything else has a place of its own.
        {
          to: '/',
          label: 'Runbooks',
          position: 'left',
          activeBaseRegex: '^/(?!(fr-FR/)?(runs|consent|guides|404)(/|\\.|$))',
        },
        {to: '/runs', label: 'Runs', position: 'left'},
        {
          to: '/guides/run-your-first-practice',
          label: 'Guides',
          position: 'left',
          activeBasePath: '/guides',
        },
        {type: 'localeDropdown', position: 'right'},
      ],
    },
    // Each stands in every page: PowerShell would be 1.2 KB for blocks that no page has. JSON and YAML are coloured
    // anyway, but for an empty list the theme puts Prism's catalogue of all languages, 7 KB, into the page.
    prism: {theme: prismTheme, darkTheme: prismTheme, additionalLanguages: ['json']},
    docs: {sidebar: {hideable: false}},
  } satisfies UserThemeConfig,
}

export default config
