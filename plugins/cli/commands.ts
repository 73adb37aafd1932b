import type {Command} from './command.ts'

/** The command table; the help is printed from it. */
export const commands: readonly Command[] = [
  {
    name: 'project',
    usage: 'project --side source|target [--out DIR] PATH…',
    summary: 'One language of bilingual articles, as Markdown.',
    options: [
      {
        name: 'side',
        type: 'string',
        usage: '--side source|target',
        summary: 'Which language: the source (en-US) or the target.',
      },
      {
        name: 'out',
        type: 'string',
        usage: '--out DIR',
        summary: 'Write below DIR, with the paths below each given folder; else to standard output.',
      },
    ],
    load: async () => (await import('./project.ts')).project,
  },
  {
    name: 'scan',
    usage: 'scan --json PATH',
    summary: 'The segments of one article with their places, and what is wrong with them.',
    options: [{name: 'json', type: 'boolean', usage: '--json', summary: 'As JSON (the only form there is).'}],
    load: async () => (await import('./scan.ts')).scan,
  },
  {
    name: 'check',
    usage: 'check [--format text|json|github] [PATH…]',
    summary: 'All findings about articles, action files, texts and the configuration.',
    options: [
      {
        name: 'format',
        type: 'string',
        usage: '--format text|json|github',
        summary: 'How findings are printed (text).',
      },
    ],
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'scopes',
    usage: 'scopes RUNBOOK',
    summary: 'The permissions a runbook asks for, by step, press and phase.',
    options: [],
    load: async () => (await import('./scopes.ts')).scopes,
  },
  {
    name: 'texts',
    usage: 'texts',
    summary: 'Adds the missing texts of action files to each locale, empty, with the hash of their source.',
    options: [],
    load: async () => (await import('./texts.ts')).texts,
  },
]
