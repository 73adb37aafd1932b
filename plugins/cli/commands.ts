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
    name: 'adopt',
    usage: 'adopt EN.md [--target FR.md] [--locale TAG] [--out FILE]',
    summary: 'Plain Markdown, with its translation or without, as a bilingual article.',
    options: [
      {
        name: 'target',
        type: 'string',
        usage: '--target FR.md',
        summary: 'The translation, with the same blocks; without it every target text is empty.',
      },
      {
        name: 'locale',
        type: 'string',
        usage: '--locale TAG',
        summary: 'Locale of the target (its own `ms.contentlocale`, else fr-FR).',
      },
      {
        name: 'out',
        type: 'string',
        usage: '--out FILE',
        summary: 'Write to FILE; else to standard output.',
      },
    ],
    load: async () => (await import('./adopt.ts')).adopt,
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
    usage: 'scopes RUNBOOK | --diff BASE',
    summary: 'The permissions a runbook asks for, by step, press and phase.',
    options: [
      {
        name: 'diff',
        type: 'string',
        usage: '--diff BASE',
        summary: 'What all runbooks ask for now and not at the Git revision BASE, and the reverse.',
      },
    ],
    load: async () => (await import('./scopes.ts')).scopes,
  },
  {
    name: 'rehearse',
    usage: 'rehearse [RUNBOOK | --all]',
    summary: 'Runs runbooks headless in the practice tenant: every situation, every fault, every language.',
    options: [{name: 'all', type: 'boolean', usage: '--all', summary: 'All runbooks, as without RUNBOOK.'}],
    load: async () => (await import('./rehearse.ts')).rehearse,
  },
  {
    name: 'verify',
    usage: 'verify RUN.json [TICKET.md] [--locale TAG]',
    summary: 'Reads an exported run: whether it is whole, of which page it is, and what it did.',
    options: [
      {
        name: 'locale',
        type: 'string',
        usage: '--locale TAG',
        summary: 'The language in which it is told (en-US).',
      },
    ],
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'texts',
    usage: 'texts',
    summary: 'Adds the missing texts of action files to each locale, empty, with the hash of their source.',
    options: [],
    load: async () => (await import('./texts.ts')).texts,
  },
  {
    name: 'update',
    usage: 'update OLD.md NEW.md [--accept ID,…|all] [--write] | --history DIR',
    summary:
      'Carries an action file from one revision of its article to the next: kept, moved, reworded or lost.',
    options: [
      {
        name: 'accept',
        type: 'string',
        usage: '--accept ID,…|all',
        summary: 'Reworded steps whose new text you have read; the others are never written.',
      },
      {
        name: 'write',
        type: 'boolean',
        usage: '--write',
        summary: 'Write what is certain and what was accepted into the action file; every other byte stays.',
      },
      {
        name: 'history',
        type: 'string',
        usage: '--history DIR',
        summary: 'Without an action file: every step of all revisions in DIR, carried to the next and back.',
      },
    ],
    load: async () => (await import('./update.ts')).update,
  },
]
