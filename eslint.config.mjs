import jsxA11y from 'eslint-plugin-jsx-a11y-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// The import direction of docs/_architecture/overview.md: what each folder must not import.
const outside = (...names) => names.map(name => `**/${name}/**`)
const zone = (files, forbidden, message) => ({
  files,
  rules: {'no-restricted-imports': ['error', {patterns: [{group: forbidden, message}]}]},
})
// The same for what may be imported as a type, and loaded by `import()`. The last zone of a file counts.
const lazyZone = (files, group, message) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {patterns: [{group, message, allowTypeImports: true}]},
    ],
  },
})
const ports = ['**/auth/**', '**/engine/store*']
const library = {
  msal: '@azure/msal-browser',
  graph: '@microsoft/microsoft-graph-client',
  idb: 'idb',
}
const heavyBut = own =>
  Object.values(library)
    .filter(name => name !== own)
    .flatMap(name => [name, `${name}/*`])
const heavy = heavyBut(null)
const node = ['node:*', 'fs', 'path', 'crypto', 'os']
const buildSide = ['**/plugins/**', ...node]
const rim = ['graph', 'auth', 'practice']
const browserSide = ['engine', ...rim, 'hooks', 'components']
const aboveEngine = [...outside(...rim, 'hooks', 'components', 'theme'), 'react', ...buildSide]

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'build',
      'build-*',
      '.docusaurus',
      'coverage',
      'static',
      'test/fixtures',
      '.cache-passerelle',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.json',
          'plugins/tsconfig.json',
          'src/tsconfig.json',
          'src/model/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/no-unnecessary-condition': ['error', {allowConstantLoopConditions: true}],
      'no-warning-comments': ['error', {terms: ['todo', 'fixme', 'xxx'], location: 'anywhere'}],
    },
  },
  {files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked},
  {files: ['src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended},
  {files: ['src/**/*.tsx'], ...jsxA11y.configs.recommended},
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'module', '__dirname']},
  },
  zone(['src/model/**'], ['../**', ...heavy, 'react', ...buildSide], 'src/model imports nothing.'),
  zone(
    ['src/engine/*.ts'],
    [...aboveEngine, ...heavy],
    'src/engine imports src/model only; idb in store.ts.',
  ),
  zone(
    ['src/engine/store.ts'],
    [...aboveEngine, ...heavyBut(library.idb)],
    'src/engine imports src/model only.',
  ),
  ...[
    ['graph', library.graph],
    ['auth', library.msal],
    ['practice', null],
  ].map(([folder, own]) =>
    zone(
      [`src/${folder}/**`],
      [
        ...outside(...rim.filter(other => other !== folder), 'hooks', 'components', 'theme'),
        ...heavyBut(own),
        'react',
        ...buildSide,
      ],
      `src/${folder} imports src/model, src/engine and its own library only.`,
    ),
  ),
  zone(
    ['src/hooks/**'],
    [...outside('components', 'theme'), ...heavy, ...buildSide],
    'src/hooks imports downwards only.',
  ),
  zone(
    ['src/components/**'],
    ['**/theme/**', ...heavy, ...buildSide],
    'Components know no sign-in, Graph or storage library.',
  ),
  lazyZone(
    ['src/components/**'],
    [...ports, '**/practice/**'],
    'Components take sign-in, storage and the practice tenant through src/hooks or `import()`.',
  ),
  // Loaded with the practice tenant only, of which it shows the pages and names the situations.
  lazyZone(
    ['src/components/runbook/practice/**'],
    ports,
    'Components take sign-in and storage through src/hooks or `import()`.',
  ),
  lazyZone(
    ['src/components/runbook/shell/**'],
    ['**/runtime/**', '**/practice/**', '**/auth/**', '**/engine/**', '**/hooks/stage*'],
    'The served page never loads the lazy parts.',
  ),
  zone(
    ['src/rehearsal/**'],
    [...outside('auth', 'hooks', 'theme'), ...heavy, 'react', ...buildSide],
    'src/rehearsal runs without a browser: engine, graph, practice, and the words of components.',
  ),
  zone(['src/theme/**'], [...heavy, ...buildSide], 'The theme only arranges components.'),
  zone(
    ['plugins/bilingual/**'],
    [
      ...outside(
        'runbook',
        'remark-bilingual',
        'docusaurus-plugin-runbook',
        'cli',
        'src/model',
        ...browserSide,
      ),
      'unified',
      'remark*',
      'mdast*',
      '@docusaurus/*',
      ...node,
    ],
    'plugins/bilingual is text only and pure.',
  ),
  zone(
    ['plugins/runbook/**'],
    [
      ...outside('docusaurus-plugin-runbook', 'cli', ...browserSide),
      '@docusaurus/*',
      'node:fs',
      'node:path',
      'fs',
      'path',
    ],
    'plugins/runbook is pure: no disk, no Docusaurus.',
  ),
  zone(
    ['plugins/conformance/**'],
    [...outside('docusaurus-plugin-runbook', 'cli', ...browserSide), '@docusaurus/*', ...node],
    'plugins/conformance is pure: no disk, no Docusaurus, no clock.',
  ),
  zone(
    ['plugins/remark-bilingual/**'],
    [
      ...outside('runbook', 'docusaurus-plugin-runbook', 'cli', 'src/model', ...browserSide),
      '@docusaurus/*',
      'node:fs',
      'fs',
    ],
    'plugins/remark-bilingual imports plugins/bilingual only.',
  ),
  zone(
    ['plugins/docusaurus-plugin-runbook/**', 'plugins/cli/**'],
    outside(
      ...['src/engine', 'src/graph', 'src/auth', 'src/practice', 'src/hooks', 'src/components'],
      'src/rehearsal',
    ),
    'plugins/ imports nothing of src/ but src/model.',
  ),
)
