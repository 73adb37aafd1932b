// What must never be claimed (eleven rules), how each is tempted, what has to stand there instead, and lies to plant.
import {expect} from 'vitest'
import {falseClaims, words} from './claim-words.ts'
import {readFlagship} from './flagship.ts'
import {adds, green, hides, says, strips, type Lie} from './lies.ts'
import {presses, type RunbookPage, type StepNumber} from './runbook-page.ts'
import {
  declareSaved,
  declareVisit,
  findEvent,
  localSteps,
  pasteSample,
  readAccount,
  readPrerequisites,
  readRoles,
  searchInVain,
  searchLog,
  stopSearch,
  tickLocalSteps,
  verified,
} from './runs.ts'
import {drawn, expectState, greenThings, railEntry} from './states.ts'

/** One claim that a situation tempts. */
export interface Claim {
  readonly rule: number
  readonly never: string
  /** The way to where it would be claimed, on a page whose clock is installed. */
  readonly tempt: (book: RunbookPage) => Promise<void>
  /** Throws where the page claims it, or no longer says what it has to. Asserts what stands there now. */
  readonly hold: (book: RunbookPage) => Promise<void>
  readonly lies: (book: RunbookPage) => Promise<readonly Lie[]>
}

export const claims: readonly Claim[] = [
  {
    rule: 1,
    never: 'that it enables or sets password writeback or account unlock through Graph',
    tempt: async book => {
      await readAccount(book)
      await readPrerequisites(book)
      await book.press('2.3', presses[book.tongue].look)
      await book.card('2.3').getByText(say(book).syncTellsNothing).waitFor()
      await declareVisit(book)
    },
    hold: async book => {
      for (const number of ['2.3', '2.4'] as const) {
        await expectState(book, number, {...drawn.declared, words: say(book).marked})
        await expectText(book, number, [say(book).unproved, say(book).noApi])
        expect(await ownText(book, number)).not.toMatch(not(book).switched)
      }
      await expectState(book, '2.5', {...drawn.declared, words: say(book).marked})
      const calls = book.page
        .getByRole('complementary')
        .or(book.page.locator('section'))
        .filter({has: book.page.locator('#can-do')})
      // While a run is open only its title is in sight.
      await calls.first().evaluate(section => section.querySelector('details')?.setAttribute('open', ''))
      expect(await calls.first().innerText()).toMatch(say(book).noChange)
      const listed = await calls.first().getByRole('listitem').allInnerTexts()
      expect(listed.length).toBeGreaterThan(0)
      expect(listed.filter(call => !call.startsWith('GET /'))).toEqual([])
    },
    lies: async book => [
      says(book.chip('2.3'), {'en-US': 'Set through Graph', 'fr-FR': 'Réglé via Graph'}[book.tongue]),
      adds(
        book.card('2.4'),
        {'en-US': 'Graph has enabled account unlock.', 'fr-FR': 'Graph a activé le déverrouillage.'}[
          book.tongue
        ],
      ),
      green(chip(book, '2.4')),
      green(marker(book, '2.3')),
      hides(book.card('2.4').getByText(say(book).noApi)),
    ],
  },
  {
    rule: 2,
    never: 'that passwordWritebackEnabled tells the state',
    tempt: tellEverything,
    hold: book => expectUnnamed(book, /passwordWritebackEnabled|onPremisesSynchronization/),
    lies: async book => [adds(book.card('2.3'), 'passwordWritebackEnabled: true')],
  },
  {
    rule: 3,
    never: 'that allowedToUseSSPR is the switch of users',
    tempt: tellEverything,
    hold: book => expectUnnamed(book, /allowedToUseSSPR|authorizationPolicy/),
    lies: async book => [adds(book.card('2.2'), 'GET /v1.0/policies/authorizationPolicy: allowedToUseSSPR')],
  },
  {
    rule: 4,
    never: 'that an audit event proves the present state',
    tempt: async book => {
      await readAccount(book)
      await readPrerequisites(book)
      await declareVisit(book)
      await findEvent(book)
    },
    hold: async book => {
      await expectState(book, '2.5', {...drawn.seen, words: say(book).found})
      await expectText(book, '2.5', [
        'Enable password writeback for directory',
        say(book).noProof,
        say(book).unproved,
      ])
      expect(await ownText(book, '2.5')).not.toMatch(not(book).state)
      // The event of one step says nothing of the boxes either.
      await expectState(book, '2.3', {...drawn.declared, words: say(book).marked})
    },
    lies: async book => [
      says(book.chip('2.5'), {'en-US': 'Writeback is on', 'fr-FR': 'Réécriture activée'}[book.tongue]),
      adds(
        book.card('2.5'),
        {
          'en-US': 'Password writeback is enabled.',
          'fr-FR': 'La réécriture des mots de passe est activée.',
        }[book.tongue],
      ),
      green(chip(book, '2.5')),
      hides(book.card('2.5').getByText(say(book).noProof)),
    ],
  },
  {
    rule: 4,
    never: 'that an audit event from before this visit proves anything',
    tempt: async book => {
      await readAccount(book)
      await readPrerequisites(book)
      // Declared, and nothing was saved in the portal: all that the log holds is an earlier event.
      await declareSaved(book)
      await searchLog(book)
      await stopSearch(book)
      await book.expectChip('2.5', say(book).earlier)
    },
    hold: async book => {
      await expectState(book, '2.5', {...drawn.plain, words: say(book).earlier})
      await expectText(book, '2.5', [say(book).notOff, say(book).notEvidence])
      expect(await ownText(book, '2.5')).not.toMatch(not(book).state)
    },
    lies: async book => [
      says(book.chip('2.5'), say(book).found),
      adds(
        book.card('2.5'),
        {'en-US': 'So writeback is off.', 'fr-FR': 'La réécriture est désactivée.'}[book.tongue],
      ),
      hides(book.card('2.5').getByText(say(book).notOff)),
      hides(book.card('2.5').getByText(say(book).notEvidence)),
    ],
  },
  {
    rule: 4,
    never: 'that nothing in the log means "off"',
    tempt: async book => {
      await readAccount(book, 'no-audit-event')
      await readPrerequisites(book)
      await declareVisit(book)
      await searchInVain(book, say(book).nothingFound)
    },
    hold: async book => {
      await expectState(book, '2.5', {...drawn.plain, words: say(book).nothingFound})
      await expectText(book, '2.5', [say(book).notOff])
      expect(await ownText(book, '2.5')).not.toMatch(not(book).state)
    },
    lies: async book => [
      says(book.chip('2.5'), {'en-US': 'Writeback is off', 'fr-FR': 'Réécriture désactivée'}[book.tongue]),
      hides(book.card('2.5').getByText(say(book).notOff)),
      green(chip(book, '2.5')),
    ],
  },
  {
    rule: 5,
    never: 'that a synchronisation says something about writeback',
    tempt: async book => {
      await readAccount(book)
      await readPrerequisites(book)
      await book.press('2.3', presses[book.tongue].look)
      await book.card('2.3').getByText(say(book).syncTellsNothing).waitFor()
    },
    hold: async book => {
      await expectText(book, '2.3', [say(book).syncTellsNothing, say(book).noApi])
      expect(await greenThings(book)).not.toContain('2.3')
      expect(await ownText(book, '2.3')).not.toMatch(not(book).state)
      await expectUnnamed(book, /onPremisesLastPasswordSyncDateTime|passwordSyncEnabled/)
    },
    lies: async book => [
      hides(book.card('2.3').getByText(say(book).syncTellsNothing)),
      green(chip(book, '2.3')),
      adds(book.card('2.3'), 'onPremisesLastPasswordSyncDateTime: 2026-11-22T10:00:00Z'),
      adds(
        book.card('2.3'),
        {'en-US': 'So writeback is on.', 'fr-FR': 'La réécriture est activée.'}[book.tongue],
      ),
    ],
  },
  {
    rule: 6,
    never: 'that a practice result came from a real tenant',
    tempt: tellEverything,
    hold: async book => {
      const {page, bar, say: catalogue, record} = book
      expect(await page.locator('html').getAttribute('data-tenant')).toBe('practice')
      expect(await bar.getByRole('radio', {name: catalogue.mode.practice, exact: true}).isChecked()).toBe(
        true,
      )
      const shown = await bar.innerText()
      expect(shown).toContain(say(book).fictitious)
      expect(shown).toContain(say(book).nothingLeaves)
      expect((await record.innerText()).split('\n')).toContain('Simulation')
      expect(await book.page.locator('body').innerText()).not.toMatch(not(book).real)
    },
    lies: async book => [
      strips(book.page.locator('html'), 'data-tenant'),
      says(book.bar.getByText(say(book).fictitious), 'Contoso'),
      hides(book.bar.getByText(say(book).nothingLeaves)),
      hides(book.record.getByText('Simulation', {exact: true})),
      adds(
        book.card('2.2'),
        {'en-US': 'Your tenant was read.', 'fr-FR': 'Votre locataire a été lu.'}[book.tongue],
      ),
    ],
  },
  {
    rule: 6,
    never: 'that selfServicePasswordResetPolicy exists',
    tempt: tellEverything,
    hold: book => expectUnnamed(book, /selfServicePasswordReset/i),
    lies: async book => [adds(book.card('2.2'), 'GET /v1.0/policies/selfServicePasswordResetPolicy')],
  },
  {
    rule: 7,
    never: 'that it verified on-premises work it only saw ticked',
    tempt: async book => {
      await book.startPractice()
      await tickLocalSteps(book, 'Zoé Ångström')
      await pasteSample(book, '1.8', say(book).sample)
      await book.expectChip('1.8', say(book).confirmed)
    },
    hold: async book => {
      for (const number of localSteps.slice(0, -1)) {
        await expectState(book, number, {...drawn.declared, words: say(book).markedHere})
        await expectText(book, number, [say(book).unproved])
      }
      await expectState(book, '1.8', {...drawn.seen, words: say(book).confirmed})
      await expectText(book, '1.8', [say(book).unproved])
      expect(await greenThings(book)).toEqual([])
      expect(await head(book)).toMatch(say(book).onlyDeclared)
      for (const number of localSteps)
        expect(await ownText(book, number)).not.toMatch(not(book).verifiedLocally)
    },
    lies: async book => [
      says(book.chip('1.2'), {'en-US': 'Verified by Graph', 'fr-FR': 'Vérifié par Graph'}[book.tongue]),
      green(chip(book, '1.3')),
      green((await railEntry(book, '1.4')).locator('[aria-hidden]')),
      green(chip(book, '1.8')),
      hides(book.card('1.5').getByText(say(book).unproved)),
      adds(
        book.card('1.6'),
        {'en-US': 'Verified on the server.', 'fr-FR': 'Vérifié sur le serveur.'}[book.tongue],
      ),
      hides(book.page.getByRole('article').first().getByText(say(book).onlyDeclared)),
    ],
  },
  {
    rule: 7,
    never: 'that the output of another day confirms what is there now',
    tempt: async book => {
      await book.startPractice()
      await pasteSample(book, '1.8', say(book).oldSample)
      await book.expectChip('1.8', say(book).tooOld)
    },
    hold: async book => {
      await expectState(book, '1.8', {...drawn.plain, words: say(book).tooOld})
      await expectText(book, '1.8', [say(book).notConfirmed])
      expect(await ownText(book, '1.8')).not.toContain(say(book).confirmed)
    },
    lies: async book => [
      says(book.chip('1.8'), say(book).confirmed),
      green(chip(book, '1.8')),
      adds(book.card('1.8'), `${say(book).confirmed}.`),
      hides(book.card('1.8').getByText(say(book).notConfirmed)),
    ],
  },
  {
    rule: 8,
    never:
      'that P1 in the tenant means a licence for everybody, or that resets in the admin center are written back',
    tempt: async book => {
      await readAccount(book)
      await readPrerequisites(book)
    },
    hold: async book => {
      await expectText(book, '2.2', [say(book).licence])
      const page = await book.page.locator('body').innerText()
      expect(page).toContain(say(book).office)
      expect(page).not.toMatch(not(book).everybody)
      expect(withoutArticle(book, page)).not.toMatch(not(book).adminCenter)
    },
    lies: async book => [
      hides(book.card('2.2').getByText(say(book).licence)),
      adds(
        book.card('2.2'),
        {'en-US': 'All users are licensed.', 'fr-FR': 'Tous les utilisateurs ont une licence.'}[book.tongue],
      ),
      adds(
        book.card('2.5'),
        {
          'en-US': 'A reset in the Microsoft 365 admin center is written back.',
          'fr-FR': 'Une réinitialisation dans le centre d’administration Microsoft 365 est réécrite.',
        }[book.tongue],
      ),
    ],
  },
  {
    rule: 8,
    never: 'that a tenant without P1 meets the prerequisites',
    tempt: async book => {
      await readAccount(book, 'no-premium-licence')
      await readPrerequisites(book, say(book).notAsRequired)
    },
    hold: async book => {
      await expectState(book, '2.2', {...drawn.notAsRequired, words: say(book).notAsRequired})
      await expectText(book, '2.2', [say(book).noLicence])
    },
    lies: async book => [
      says(book.chip('2.2'), verified[book.tongue].prerequisites),
      green(chip(book, '2.2')),
      hides(book.card('2.2').getByText(say(book).noLicence)),
    ],
  },
  {
    rule: 9,
    never: "that it can remove another user's inbox rules",
    tempt: tellEverything,
    hold: book => expectUnnamed(book, /messageRules|\/users\//),
    lies: async book => [adds(book.card('2.2'), 'DELETE /v1.0/users/…/mailFolders/inbox/messageRules')],
  },
  {
    rule: 10,
    never: 'that Global Administrator is required, or that the portal link is stable',
    tempt: async book => {
      await book.chooseMode('unsigned')
      await book.card('2.2').getByRole('link', {name: book.say.card.openPortal}).waitFor()
    },
    hold: async book => {
      for (const number of ['1.4', '2.1'] as const) {
        const text = await book.card(number).innerText()
        // The note stands above the article's own sentence.
        expect(text.indexOf(say(book).role)).toBeGreaterThanOrEqual(0)
        expect(text.indexOf(say(book).role)).toBeLessThan(text.indexOf(sentence(book, number)))
        const note = book
          .card(number)
          .locator('p')
          .filter({hasText: say(book).role})
        expect(await note.getByRole('link').count()).toBeGreaterThanOrEqual(2)
      }
      expect(await needs(book).innerText()).not.toContain(say(book).globalAdministrator)
      const link = book.card('2.2').getByRole('link', {name: book.say.card.openPortal})
      expect(await link.getAttribute('href')).toContain('#view/')
      const {portal} = readFlagship(book.tongue)
      await expectText(book, '2.2', [
        say(book).path,
        ...portal.filter(label => /^(Password reset|Réinit)/.test(label)),
      ])
      expect(await ownText(book, '2.2')).not.toMatch(not(book).stable)
    },
    lies: async book => [
      hides(
        book
          .card('2.1')
          .locator('p')
          .filter({hasText: say(book).role}),
      ),
      says(needs(book).locator('dd').nth(1), say(book).globalAdministrator),
      hides(book.card('2.2').getByText(say(book).path)),
      adds(book.card('2.2'), {'en-US': 'This link is stable.', 'fr-FR': 'Ce lien est stable.'}[book.tongue]),
    ],
  },
  {
    rule: 11,
    never: 'that a step of the article was done, where only a read was verified',
    tempt: async book => {
      await readAccount(book)
      await readRoles(book)
      await book.expectChip('2.1', verified[book.tongue].roles)
      await readPrerequisites(book)
      await book.tick('1.1')
    },
    hold: async book => {
      await expectState(book, '2.1', {...drawn.verified, words: verified[book.tongue].roles})
      await expectState(book, '2.2', {...drawn.verified, words: verified[book.tongue].prerequisites})
      expect(await greenThings(book)).toEqual(['2.1', '2.2'])
      // Verified, and still not ticked: the person's own word stands apart.
      expect(await book.done('2.1').isChecked()).toBe(false)
      expect(await book.done('2.2').isChecked()).toBe(false)
      expect(await head(book)).toMatch(say(book).counts)
    },
    lies: async book => [
      says(book.chip('2.1'), sentence(book, '2.1')),
      says(
        book.chip('2.2'),
        {'en-US': 'On-premises integration done', 'fr-FR': 'Intégration locale faite'}[book.tongue],
      ),
      green(chip(book, '1.1')),
      green(chip(book, '2.3')),
      says(
        book.page.getByRole('article').first().getByText(say(book).counts),
        {'en-US': '3 done of 13', 'fr-FR': '3 faites sur 13'}[book.tongue],
      ),
    ],
  },
  {
    rule: 11,
    never: 'that a result is verified which was read before a reload',
    tempt: async book => {
      await readAccount(book)
      await readPrerequisites(book)
      await book.tick('1.1')
      await book.tick('2.1')
      await book.tick('2.2')
      // A tick shows at once; what a reload keeps is what stands in the record.
      await book.record.getByText(/2\.2 (marked done|déclaré fait)/).waitFor()
      await book.page.reload()
      await book.ready()
    },
    hold: async book => {
      await expectState(book, '2.1', {...drawn.old, words: say(book).old})
      await expectState(book, '2.2', {...drawn.old, words: say(book).old})
      expect(await greenThings(book)).toEqual([])
      expect(await head(book)).toMatch(say(book).countsAfterReload)
    },
    lies: async book => [
      says(book.chip('2.2'), verified[book.tongue].prerequisites),
      green(chip(book, '2.2')),
      green((await railEntry(book, '2.1')).locator('[aria-hidden]')),
    ],
  },
]

function say(book: RunbookPage) {
  return words[book.tongue]
}

function not(book: RunbookPage) {
  return falseClaims[book.tongue]
}

/** A run in which every read succeeded and everything was declared. */
async function tellEverything(book: RunbookPage): Promise<void> {
  await readAccount(book)
  await readRoles(book)
  await readPrerequisites(book)
  await declareVisit(book)
}

async function expectText(book: RunbookPage, number: StepNumber, texts: readonly string[]): Promise<void> {
  const text = await book.card(number).innerText()
  expect(
    texts.filter(each => !text.includes(each)),
    `missing in ${number}`,
  ).toEqual([])
}

/** Nothing of the page names it, folds and record included. */
async function expectUnnamed(book: RunbookPage, name: RegExp): Promise<void> {
  expect(await book.page.locator('body').evaluate(body => body.textContent)).not.toMatch(name)
}

async function ownText(book: RunbookPage, number: StepNumber): Promise<string> {
  return withoutArticle(book, await book.card(number).innerText())
}

function withoutArticle(book: RunbookPage, text: string): string {
  return readFlagship(book.tongue).article.reduce((rest, segment) => rest.replaceAll(segment, ''), text)
}

/** The article's own sentence of a step. */
function sentence(book: RunbookPage, number: StepNumber): string {
  const {article} = readFlagship(book.tongue)
  const [part = '', step = ''] = number.split('.')
  // Title and two introductory sentences, eight steps, two sentences, five steps.
  return article[(part === '1' ? 2 : 12) + Number(step)] ?? ''
}

function chip(book: RunbookPage, number: StepNumber) {
  return book.chip(number).locator(':scope > :last-child')
}

function marker(book: RunbookPage, number: StepNumber) {
  return book.heading(number).locator('[aria-hidden]').first()
}

function needs(book: RunbookPage) {
  return book.page.locator('dl').filter({has: book.page.getByText(book.shell.licence, {exact: true})})
}

/** The text of the page's head, with the counts of the run. */
async function head(book: RunbookPage): Promise<string> {
  return book.page.getByRole('article').first().innerText()
}
