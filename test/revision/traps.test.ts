// Changes of an article that tempt to attach an action to a step it was not written for.
import {describe, expect, test} from 'vitest'
import {vetoesOf} from '../../plugins/revision/veto.ts'
import {fatesOf, type Listed} from './articles.ts'

const open = 'Open the **Exchange admin center** and go to **Recipients**.'
const pick = 'Select the mailbox of the person whose messages you want to keep.'
const hold = 'On the **Mailbox features** page, select **Enable** under **Litigation hold**.'
const days = 'Enter 30 days as the time to keep the messages of this mailbox.'
const next = 'Click **Next**.'
const save = 'Wait until the hold is applied, and then click **Save**.'
const list: Listed = ['To hold a mailbox:', open, pick, hold, days, save]
const kept = ['1.1 same 1.1', '1.2 same 1.2', '1.3 same 1.3', '1.4 same 1.4', '1.5 same 1.5']
const butLast = (line: string) => [...kept.slice(0, 4), line]
const with4 = (line: string) => [...kept.slice(0, 3), line, '1.5 same 1.5']

/** The one procedure with a step in place of one of its own. */
const swap = (old: string, ...fresh: readonly string[]): Listed => [
  list[0],
  ...list.slice(1).flatMap(step => (step === old ? fresh : [step])),
]

describe('one procedure', () => {
  test.each<[string, Listed, readonly string[]]>([
    ['nothing changed', list, kept],
    [
      'a step put in before',
      swap(open, 'Sign in.', open),
      ['1.1 same 1.2', '1.2 same 1.3', '1.3 same 1.4', '1.4 same 1.5', '1.5 same 1.6'],
    ],
    [
      'two steps swapped',
      [list[0], open, hold, pick, days, save],
      ['1.1 same 1.1', '1.2 same 1.3', '1.3 same 1.2', '1.4 same 1.4', '1.5 same 1.5'],
    ],
    [
      'all steps turned round',
      [list[0], save, days, hold, pick, open],
      ['1.1 same 1.5', '1.2 same 1.4', '1.3 same 1.3', '1.4 same 1.2', '1.5 same 1.1'],
    ],
    [
      'a word of one step changed',
      swap(pick, pick.replace('messages', 'mails')),
      [kept[0] ?? '', '1.2 reworded 1.2', ...kept.slice(2)],
    ],
    [
      'a label marked that was not',
      swap(save, save.replace('hold', '**hold**')),
      butLast('1.5 reworded 1.5'),
    ],
    ['a label no longer marked', swap(save, save.replace('**Save**', 'Save')), butLast('1.5 reworded 1.5')],
    [
      'a label turned into its opposite',
      swap(hold, hold.replace('Enable', 'Disable')),
      ['1.1 same 1.1', '1.2 same 1.2', '1.3 lost label+polarity', '1.4 same 1.4', '1.5 same 1.5'],
    ],
    ['another label', swap(save, save.replace('Save', 'Keep')), butLast('1.5 lost label')],
    [
      'a label marked instead of another',
      swap(hold, hold.replace('**Enable**', 'Enable').replace('page', '**page**')),
      ['1.1 same 1.1', '1.2 same 1.2', '1.3 lost label', '1.4 same 1.4', '1.5 same 1.5'],
    ],
    ['another number', swap(days, days.replace('30', '90')), with4('1.4 lost number')],
    ['a number in words', swap(days, days.replace('30', 'three')), with4('1.4 lost number')],
    [
      'a negation put in',
      swap(save, save.replace('is applied', 'is not applied')),
      butLast('1.5 lost polarity'),
    ],
    [
      'a step in two',
      swap(save, 'Wait until the hold is applied.', 'Click **Save**.'),
      butLast('1.5 lost gone'),
    ],
    [
      'a step doubled',
      swap(pick, pick, pick),
      [kept[0] ?? '', '1.2 lost ambiguous', '1.3 same 1.4', '1.4 same 1.5', '1.5 same 1.6'],
    ],
    [
      'two steps alike in place of one',
      swap(days, days.replace('Enter', 'Type'), days.replace('Enter', 'Write')),
      [...kept.slice(0, 3), '1.4 lost ambiguous', '1.5 same 1.6'],
    ],
    [
      'a reworded step at another place',
      [list[0], open, hold, days, save, pick.replace('messages', 'mails')],
      ['1.1 same 1.1', '1.2 lost gone', '1.3 same 1.2', '1.4 same 1.3', '1.5 same 1.4'],
    ],
    [
      'a step taken out',
      swap(pick),
      [kept[0] ?? '', '1.2 lost gone', '1.3 same 1.2', '1.4 same 1.3', '1.5 same 1.4'],
    ],
  ])('%s', (_, now, fates) => {
    expect(fatesOf([list], [now])).toEqual(fates)
  })
})

test.each<[string, string, string, string]>([
  [
    'a link',
    'See [this page](https://a.example/x) and follow it.',
    'See [this page](https://a.example/y) and follow it.',
    'link',
  ],
  [
    'two links swapped',
    'See [a](https://a.example) or [b](https://b.example).',
    'See [a](https://b.example) or [b](https://a.example).',
    'link',
  ],
  [
    'a bare address',
    'Go to https://a.example/x and sign in there.',
    'Go to https://a.example/z and sign in there.',
    'link',
  ],
  [
    'code',
    'Run `Get-Mailbox -Archive` in the shell of the server.',
    'Run `Get-Mailbox -Inactive` in the shell of the server.',
    'code',
  ],
  [
    'signing out for in',
    'Sign in to the portal with your work account.',
    'Sign out of the portal with your work account.',
    'polarity',
  ],
  [
    'on for off',
    'Turn on the switch beside the name of the group.',
    'Turn off the switch beside the name of the group.',
    'polarity',
  ],
  [
    'adding for removing',
    'Choose the person and add the role to the account.',
    'Choose the person and remove the role to the account.',
    'polarity',
  ],
  [
    'allowing for blocking',
    'Allow the sender of this message in the whole tenant.',
    'Block the sender of this message in the whole tenant.',
    'polarity',
  ],
  [
    'without for with',
    'Open the page with the account of the administrator.',
    'Open the page without the account of the administrator.',
    'polarity',
  ],
  [
    'a contraction',
    'Choose the accounts that do use the licence today.',
    "Choose the accounts that don't use the licence today.",
    'polarity',
  ],
  [
    'after for before',
    'Note the value of the field before you save the page.',
    'Note the value of the field after you save the page.',
    'polarity',
  ],
  [
    'any for all',
    'Select all groups in the list of the directory.',
    'Select any groups in the list of the directory.',
    'polarity',
  ],
])('%s is another step, however alike', (_, was, now, veto) => {
  expect(fatesOf([['Do this:', was]], [['Do this:', now]])).toEqual([`1.1 lost ${veto}`])
})

describe('several procedures', () => {
  const first: Listed = ['To hold a mailbox:', open, next, pick, next, save]
  const second: Listed = ['To add a licence to the person:', 'Open **Users**.', next, days]

  test.each<[string, readonly Listed[], readonly Listed[], readonly string[]]>([
    [
      'repeated steps keep their procedure when the procedures change places',
      [first, second],
      [second, first],
      [
        '1 same 2',
        '2 same 1',
        '1.1 same 2.1',
        '1.2 same 2.2',
        '1.3 same 2.3',
        '1.4 same 2.4',
        '1.5 same 2.5',
        '2.1 same 1.1',
        '2.2 same 1.2',
        '2.3 same 1.3',
      ],
    ],
    [
      'one of two repeated steps taken out: the other one, which has its neighbours, is not taken for it',
      [first],
      [[first[0], open, pick, next, save]],
      ['1.1 same 1.1', '1.2 lost gone', '1.3 same 1.2', '1.4 same 1.3', '1.5 same 1.4'],
    ],
    [
      'one of two repeated steps between the same neighbours taken out: neither is taken for it',
      [[first[0], open, next, next, save]],
      [[first[0], open, next, save]],
      ['1.1 same 1.1', '1.2 lost ambiguous', '1.3 lost ambiguous', '1.4 same 1.3'],
    ],
    [
      'a repeated step of a procedure that is gone is not taken for that of another',
      [first, second],
      [second],
      [
        '1 lost',
        '2 same 1',
        '1.1 lost gone',
        '1.2 lost gone',
        '1.3 lost gone',
        '1.4 lost gone',
        '1.5 lost gone',
        '2.1 same 1.1',
        '2.2 same 1.2',
        '2.3 same 1.3',
      ],
    ],
    [
      'a step moved to another procedure keeps its text',
      [list, second],
      [swap(pick), [...second, pick]],
      [
        '1.1 same 1.1',
        '1.2 proposed 2.4',
        '1.3 same 1.2',
        '1.4 same 1.3',
        '1.5 same 1.4',
        '2.1 same 2.1',
        '2.2 same 2.2',
        '2.3 same 2.3',
      ],
    ],
    [
      'a step moved to another procedure and reworded is lost',
      [list, second],
      [swap(pick), [...second, pick.replace('messages', 'mails')]],
      [
        '1.1 same 1.1',
        '1.2 lost gone',
        '1.3 same 1.2',
        '1.4 same 1.3',
        '1.5 same 1.4',
        '2.1 same 2.1',
        '2.2 same 2.2',
        '2.3 same 2.3',
      ],
    ],
    [
      'two procedures that are the same keep their order',
      [second, second],
      [second, second],
      ['1.1 same 1.1', '1.2 same 1.2', '1.3 same 1.3', '2.1 same 2.1', '2.2 same 2.2', '2.3 same 2.3'],
    ],
    [
      'one of two procedures that are the same taken out',
      [second, second],
      [second],
      [
        '1 lost',
        '2 lost',
        ...['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'].map(number => `${number} lost ambiguous`),
      ],
    ],
    [
      'the sentence before a procedure reworded',
      [first],
      [['To hold the mailbox:', ...first.slice(1)]],
      ['1 reworded 1', '1.1 same 1.1', '1.2 same 1.2', '1.3 same 1.3', '1.4 same 1.4', '1.5 same 1.5'],
    ],
    [
      'the sentence before a procedure turned into its opposite',
      [['To enable the hold of a mailbox:', open]],
      [['To disable the hold of a mailbox:', open]],
      ['1 lost', '1.1 proposed 1.1'],
    ],
  ])('%s', (_, old, now, fates) => {
    expect(fatesOf(old, now)).toEqual(fates)
  })
})

test.each<[string, readonly Listed[], readonly Listed[], readonly string[]]>([
  [
    'a step moved below the opposite sentence is lost',
    [
      ['To enable the hold:', open, pick],
      ['To disable the hold:', days],
    ],
    [
      ['To enable the hold:', open],
      ['To disable the hold:', days, pick],
    ],
    ['1.1 same 1.1', '1.2 lost polarity', '2.1 same 2.1'],
  ],
  [
    'steps below a title turned into its opposite are proposed',
    [['# Enable the hold', open, pick]],
    [['# Disable the hold', open, pick]],
    ['1 lost', '1.1 proposed 1.1', '1.2 proposed 1.2'],
  ],
  [
    'steps below a heading two above turned into its opposite are proposed',
    [['# Enable the hold\n\nDo this:', open]],
    [['# Disable the hold\n\nDo this:', open]],
    ['1.1 proposed 1.1'],
  ],
  [
    'a step whose reference leads elsewhere is lost',
    [['[p]: https://a.example/x\n\nDo this:', 'Open [the portal][p].', pick]],
    [['[p]: https://b.example/x\n\nDo this:', 'Open [the portal][p].', pick]],
    ['1.1 lost link', '1.2 same 1.2'],
  ],
])('%s', (_, old, now, fates) => {
  expect(fatesOf(old, now)).toEqual(fates)
})

describe('what stands against a likeness', () => {
  test.each<[string, string, string, string]>([
    ['poles swapped', 'Turn Sync off and turn Backup on.', 'Turn Sync on and turn Backup off.', 'polarity'],
    ['a direction', 'Move it from **A** to **B** in it.', 'Move it to **A** from **B** in it.', 'polarity'],
    ['verbs swapped', 'Enable the rule, then disable it.', 'Disable the rule, then enable it.', 'polarity'],
    [
      'a negation moved',
      'Do not select the first box, and select the other one.',
      'Select the first box, and do not select the other one.',
      'polarity',
    ],
    ['a prefix', 'Encrypt the drive of it.', 'Decrypt the drive of it.', 'polarity'],
    ['a prefix put before', 'Mark the message as safe.', 'Mark the message as unsafe.', 'polarity'],
    ['two prefixes', 'Attach the database to it.', 'Detach the database to it.', 'polarity'],
    ['a role', 'Assign the admin role to it.', 'Assign the guest role to it.', 'polarity'],
    ['a button in plain words', 'Select Next on the page.', 'Select Back on the page.', 'polarity'],
    ['a comparative', 'Set it to higher than that.', 'Set it to lower than that.', 'polarity'],
    ['a word for a number', 'Wait sixty minutes.', 'Wait ninety minutes.', 'number'],
    ['a unit', 'Wait 30 minutes, then go on.', 'Wait 30 days, then go on.', 'number'],
    [
      'what a product is asked for',
      'Create a Microsoft 365 for it.',
      'Create a Microsoft 365 group for it.',
      'number',
    ],
    ['numerals of full width', 'Wait ３０ minutes.', 'Wait 90 minutes.', 'number'],
    ['a size', 'Set it to 50 GB for all.', 'Set it to 50 MB for all.', 'number'],
    ['a sign', 'Use the value -1 for it.', 'Use the value 1 for it.', 'number'],
    ['a bound', 'Set it to >50 GB for all.', 'Set it to <50 GB for all.', 'number'],
    ['a label in quotes', 'Select the "Ready" box.', 'Select the "Reset" box.', 'label'],
    ['a reference', 'Open [the portal][a] now.', 'Open [the portal][b] now.', 'link'],
    ['an address to write to', 'Open <mailto:a@b.example>.', 'Open <mailto:c@b.example>.', 'link'],
    ['a bare host', 'Open www.a.example/a now.', 'Open www.b.example/a now.', 'link'],
  ])('%s', (_, was, now, kind) => {
    expect(vetoesOf(was, now).map(each => each.kind)).toContain(kind)
    expect(vetoesOf(now, was).map(each => each.kind)).toContain(kind)
  })

  test.each<[string, string, string]>([
    ['the same in other words', 'Wait 30 minutes, and choose it.', 'Wait 30 minutes and select it.'],
    ['numerals of another width', 'Wait ３０ minutes.', 'Wait 30 minutes.'],
    ['a contraction written out', "Don't select the box.", 'Do not select the box.'],
    ['the name of a product', 'Open Office 365 from the admin page.', 'Open the Microsoft 365 admin page.'],
  ])('nothing: %s', (_, was, now) => {
    expect(vetoesOf(was, now)).toEqual([])
  })

  test.each<[string, (count: number) => string]>([
    ['an address that does not end', count => `see ](${'a'.repeat(count)}`],
    ['openings of addresses', count => ']('.repeat(count)],
    ['a label of full stops', count => `**a${'.'.repeat(count)}b**`],
    ['openings of code', count => '`'.repeat(count)],
  ])('no more than a moment for %s', (_, make) => {
    const start = process.cpuUsage()
    vetoesOf(make(20_000), `${make(20_000)}b`)
    // Microseconds. Quadratic time would be a minute.
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000)
  })
})
