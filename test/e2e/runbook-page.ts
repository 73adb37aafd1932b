// The flagship's page by roles and labels. Words of plain controls come from the product's catalogues; what the page
// promises (labels of Run, chips, results) is written out in the tests.
import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'
import enUS from '../../src/components/runbook/words/en-US.ts'
import frFR from '../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../src/components/runbook/words/later.fr-FR.ts'
import shellEnUS from '../../src/components/runbook/words/shell.en-US.ts'
import shellFrFR from '../../src/components/runbook/words/shell.fr-FR.ts'

/** The languages of the site. */
export const tongues = ['en-US', 'fr-FR'] as const
export type Tongue = (typeof tongues)[number]

/** The situations of the practice tenant, by id. */
export type SituationId = keyof typeof laterEnUS.situation

/** Where the flagship stands in each language. */
export const addresses: Readonly<Record<Tongue, string>> = {
  'en-US': '/enable-password-writeback-in-azure-ad-connect',
  'fr-FR': '/fr-FR/enable-password-writeback-in-azure-ad-connect',
}

/** The steps of the flagship. */
export const steps = [
  ...['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8'],
  ...['2.1', '2.2', '2.3', '2.4', '2.5'],
] as const
export type StepNumber = (typeof steps)[number]

/** What is pressed to run something, as it is promised. */
export const presses = {
  'en-US': {
    account: 'Sign in and read the account',
    roles: 'Read my roles',
    prerequisites: 'Check 3 prerequisites',
    look: 'Run the check',
    search: 'Search the audit log',
  },
  'fr-FR': {
    account: 'Se connecter et lire le compte',
    roles: 'Lire mes rôles',
    prerequisites: 'Vérifier 3 prérequis',
    look: 'Exécuter la vérification',
    search: 'Rechercher dans le journal d’audit',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

/** What the same buttons say once they have read: their effect then. */
const readAgain: Readonly<Record<string, string>> = {
  'Sign in and read the account': 'Read the account again',
  'Read my roles': 'Read my roles again',
  'Se connecter et lire le compte': 'Relire le compte',
  'Lire mes rôles': 'Relire mes rôles',
}

/** The two boxes of the portal page, by today's label. */
const boxLabels = {
  'en-US': {
    writeback: 'Enable password write back for synced users',
    unlock: 'Allow users to unlock accounts without resetting their password',
  },
  'fr-FR': {
    writeback: 'Activer la réécriture du mot de passe pour les utilisateurs synchronisés',
    unlock: 'Autoriser les utilisateurs à déverrouiller les comptes sans réinitialiser leur mot de passe',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

/** The page in one language, with everything it said aloud. */
export type RunbookPage = Awaited<ReturnType<typeof readRunbookPage>>

/** Conditions that Graph, sign-in or the audit log take part in. */
export const patient = {timeout: 45_000} as const

/** Takes a page that shows the flagship, once its interactive parts are there. */
export async function readRunbookPage(page: Page, tongue: Tongue) {
  const say = tongue === 'fr-FR' ? {...frFR, ...laterFrFR} : {...enUS, ...laterEnUS}
  const shell = tongue === 'fr-FR' ? shellFrFR : shellEnUS
  const said = await listen(page)
  const bar = page.getByRole('region', {name: say.bar.label})
  const record = page.getByRole('region', {name: say.record.title})
  const button = (name: string) => page.getByRole('button', {name, exact: true})
  const dialog = (name: string | RegExp) => page.getByRole('dialog', {name})
  const signInDialog = dialog(filled(say.practice.signInTitle))
  const portalDialog = dialog(say.practice.portalTitle)

  /** The card of a step; not there while it is folded. */
  const card = (number: StepNumber) =>
    page.getByRole('article', {name: `${shell.stepNumber.replace('{number}', number)}. `})

  const heading = (number: StepNumber) => card(number).getByRole('heading', {level: 3})

  /** A checkbox of a card by its words; the step's number follows them for those who do not see the card. */
  const checkbox = (number: StepNumber, words: readonly string[]) =>
    card(number).getByRole('checkbox', {
      name: new RegExp(`^(${words.map(escaped).join('|')}) ?, ${escaped(number)}$`),
    })

  const ready = async () => {
    await page
      .getByRole('button', {
        name: new RegExp(`^(${say.header.startPractice}|${say.header.start}|${say.header.resume})$`),
      })
      .waitFor()
  }

  const self = {
    page,
    tongue,
    say,
    shell,
    said,
    bar,
    record,
    button,
    card,
    heading,
    signInDialog,
    portalDialog,
    ready,

    /** The state a card shows beside its heading; empty where its checkbox says it. */
    chip: (number: StepNumber) => heading(number).locator(':scope > span').last(),
    chipText: async (number: StepNumber) => (await self.chip(number).innerText()).trim(),
    /** Waits until the chip of a step reads as it should. */
    expectChip: (number: StepNumber, text: string | RegExp) =>
      text instanceof RegExp
        ? expect.poll(() => self.chipText(number), {...patient, message: `chip of ${number}`}).toMatch(text)
        : expect.poll(() => self.chipText(number), {...patient, message: `chip of ${number}`}).toBe(text),
    /** Waits until the page has said a text aloud. */
    expectSaid: (text: string | RegExp) =>
      expect
        .poll(() => said, {...patient, message: 'announcements'})
        .toContainEqual(text instanceof RegExp ? expect.stringMatching(text) : text),
    /** Waits until the head of the page counts so: `1 verified · 8 declared of 13`. */
    expectCounts: (text: string) =>
      page.getByRole('article').first().getByText(`${text}.`).waitFor({timeout: patient.timeout}),
    /** The events of the record as they are shown, oldest first. */
    events: () => record.getByRole('list', {name: say.record.title}).getByRole('listitem').allInnerTexts(),

    startPractice: async () => {
      await button(say.header.startPractice).click()
      await button(say.header.resume).waitFor()
    },
    /** Goes to another mode; where a run is open, answers the question that this asks. */
    chooseMode: async (mode: keyof typeof say.mode & ('practice' | 'unsigned' | 'graph')) => {
      const radio = bar.getByRole('radio', {name: say.mode[mode], exact: true})
      await radio.click()
      const go = page
        .getByRole('alertdialog')
        .getByRole('button', {name: say.another.mode.replace('{mode}', say.mode[mode])})
      await expect.poll(async () => (await radio.isChecked()) || (await go.isVisible()), patient).toBe(true)
      if (await go.isVisible()) await go.click()
      await expect.poll(() => radio.isChecked(), patient).toBe(true)
    },
    chooseSituation: async (id: SituationId) => {
      await bar.getByRole('button', {name: say.bar.situation}).click()
      const choice = dialog(say.practice.situationTitle)
      await choice.getByRole('radio', {name: say.situation[id], exact: true}).check()
      await choice.getByRole('button', {name: say.practice.start}).click()
      await choice.waitFor({state: 'hidden'})
    },

    /** The checkbox *Done* of a step. */
    done: (number: StepNumber) => checkbox(number, [say.card.done]),
    /** The checkbox of a box of the portal: *Ticked, not saved yet*, later *Ticked and saved*. */
    box: (number: StepNumber) => checkbox(number, [say.card.boxTicked, say.card.boxSaved]),
    saved: () => checkbox('2.5', [say.card.saved]),
    tick: async (number: StepNumber) => {
      await turn(self.done(number), true)
    },
    /** Gives the name that stands in the record, where the page asks for it. */
    giveName: async (number: StepNumber, name: string) => {
      await card(number).getByLabel(say.operator.field).fill(name)
      await card(number).getByRole('button', {name: say.operator.keep, exact: true}).click()
      await card(number).getByLabel(say.operator.field).waitFor({state: 'hidden'})
    },

    /** A button of a step that runs something, whatever it is called now. */
    run: (number: StepNumber, label: string) =>
      card(number).getByRole('button', {
        name: new RegExp(
          `^(${[label, readAgain[label] ?? label].map(escaped).join('|')})( \\(simulation\\))?$`,
        ),
      }),
    press: (number: StepNumber, label: string) => self.run(number, label).click(),
    /** Presses *Grant the permission* once the card offers it, and accepts what is asked. */
    grant: async (number: StepNumber) => {
      await self.press(number, say.card.grant)
      await self.answerSignIn('accept')
    },
    /** Waits until the practice tenant's sign-in asks for exactly these permissions. */
    expectAsked: (scopes: readonly string[]) =>
      expect.poll(() => signInDialog.getByRole('listitem').allInnerTexts(), patient).toEqual(scopes),
    /** Answers the practice tenant's sign-in or consent. */
    answerSignIn: async (decision: 'accept' | 'decline' | 'back' | 'cancel') => {
      const {accept, signInOnly, decline, back, cancel} = say.practice
      const names = {accept: [accept, signInOnly], decline: [decline], back: [back], cancel: [cancel]}[
        decision
      ]
      await signInDialog
        .getByRole('button', {name: new RegExp(`^(${names.map(escaped).join('|')})$`)})
        .click()
      await signInDialog.waitFor({state: 'hidden'})
    },
    /** Signs in from the card of 2.1 and reads the account; its permission is asked with it. */
    signIn: async () => {
      await self.press('2.1', presses[tongue].account)
      await self.answerSignIn('accept')
    },

    /** Opens the imitation of the portal page from a step. */
    openPortal: async (number: StepNumber) => {
      const {openPortal, openPortalOnly, reopen} = say.card
      await card(number)
        .getByRole('button', {
          name: new RegExp(`^(${[openPortal, openPortalOnly, reopen].map(escaped).join('|')})$`),
        })
        .click()
      await portalDialog.waitFor()
    },
    portalBox: (box: 'writeback' | 'unlock') =>
      portalDialog.getByRole('checkbox', {name: new RegExp(`^${escaped(boxLabels[tongue][box])}`)}),
    closePortal: async () => {
      await portalDialog
        .getByRole('button', {
          name: new RegExp(`^(${escaped(say.practice.close)}|${escaped(say.practice.closeUnsaved)})$`),
        })
        .click()
      await portalDialog.waitFor({state: 'hidden'})
    },
    /** Ticks both boxes of the imitation and saves there. */
    saveInPortal: async (number: StepNumber) => {
      await self.openPortal(number)
      await self.portalBox('writeback').check()
      await self.portalBox('unlock').check()
      await self.saveAndClosePortal()
    },
    /** Saves what the imitation shows, and closes it. */
    saveAndClosePortal: async () => {
      await portalDialog.getByRole('button', {name: say.practice.save, exact: true}).click()
      await portalDialog.getByText(filled(say.practice.savedAt)).waitFor()
      await self.closePortal()
    },
  }
  await ready()
  return self
}

/** How a chip is drawn: the colour that fills it, that of its words, and its line. */
export async function look(chip: Locator) {
  return chip.evaluate(element => {
    const {backgroundColor, color, borderTopStyle} = getComputedStyle(element.lastElementChild ?? element)
    return {ground: backgroundColor, ink: color, line: borderTopStyle}
  })
}

/** A colour of the design by its token, as the browser computes it: `good`, `seen-soft`. */
export async function colour(page: Page, token: string): Promise<string> {
  return page.evaluate(name => {
    const probe = document.body.appendChild(document.createElement('span'))
    probe.style.color = `var(--p-${name})`
    const {color} = getComputedStyle(probe)
    probe.remove()
    return color
  }, token)
}

/** Turns a checkbox or radio. It shows that at once; what the record then holds stands in chips and lines. */
export async function turn(box: Locator, checked: boolean): Promise<void> {
  if ((await box.isChecked()) !== checked) await box.click()
  await expect.poll(() => box.isChecked(), {...patient, message: String(box)}).toBe(checked)
}

/** A text of a catalogue as a pattern: its placeholders stand for anything. */
export function filled(text: string): RegExp {
  return new RegExp(
    `^${text
      .split(/\{\w+\}/)
      .map(escaped)
      .join('.+')}$`,
  )
}

/** A text that stands for itself in a pattern; names of roles have plain blanks for the non-breaking ones. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s')
}

/** Everything the live regions of the page say, in order, over reloads too. */
async function listen(page: Page): Promise<readonly string[]> {
  const said = heard.get(page)
  if (said) return said
  const texts: string[] = []
  heard.set(page, texts)
  await page.exposeFunction('heard', (text: string) => texts.push(text))
  await page.addInitScript(watchRegions)
  await page.evaluate(watchRegions)
  return texts
}

const heard = new WeakMap<Page, string[]>()

// Runs in the page: it may use nothing from outside.
function watchRegions(): void {
  const say = (window as unknown as {heard: (text: string) => void}).heard
  new MutationObserver(changes => {
    for (const {target} of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest('[data-live]')
      const text = region?.textContent ?? ''
      if (text !== '') say(text)
    }
  }).observe(document, {subtree: true, childList: true, characterData: true})
}
