const enUS = {
  run: 'Run of {runbook} ({mode}), {began} to {ended}',
  digest: 'SHA-256 of the file: {sha256}',
  whole: 'Whole: as the page exports it, every event known, no gap in the sequence, times in order',
  changed: 'Changed: these are not the bytes that the page exports of these events',
  backwards: 'Times go back at event {events}',
  refused: 'Not a whole run: {why}',
  otherTicket: 'The ticket names another SHA-256',
  noRunbook: 'This site has no runbook {runbook}: its events are not told',
  sameArticle: 'Article: the one of this site',
  otherArticle: 'Article differs: {run} in the run, {here} here',
  sameBuild: 'Build: the one of this site',
  otherBuild: 'Build differs: {run} in the run, {here} here',
  otherSteps: 'The page of this site does not have all the steps that the run names',
  request: 'client-request-id {id}',
  limits:
    'Not proved: that the record is complete, and who made it. Look the ids up in the tenant’s own logs: they are outside this file.',
}

/** What `passerelle verify` says. */
export type VerifyWords = Readonly<Record<keyof typeof enUS, string>>

const frFR: VerifyWords = {
  run: 'Exécution de {runbook} ({mode}), du {began} au {ended}',
  digest: 'SHA-256 du fichier : {sha256}',
  whole:
    'Entière : telle que la page l’exporte, événements tous connus, suite sans lacune, heures dans l’ordre',
  changed: 'Modifiée : ce ne sont pas les octets que la page exporte pour ces événements',
  backwards: 'L’heure recule à l’événement {events}',
  refused: 'Ce n’est pas une exécution entière : {why}',
  otherTicket: 'Le ticket indique un autre SHA-256',
  noRunbook: 'Ce site n’a pas de procédure {runbook} : ses événements ne sont pas racontés',
  sameArticle: 'Article : celui de ce site',
  otherArticle: 'Article différent : {run} dans l’exécution, {here} ici',
  sameBuild: 'Build : celui de ce site',
  otherBuild: 'Build différent : {run} dans l’exécution, {here} ici',
  otherSteps: 'La page de ce site n’a pas toutes les étapes que l’exécution nomme',
  request: 'client-request-id {id}',
  limits:
    'Non prouvé : que le journal est complet, ni qui l’a fait. Cherchez les identifiants dans les journaux du locataire : ils ne viennent pas de ce fichier.',
}

/** Its words by locale. */
export const verifyWords = {'en-US': enUS, 'fr-FR': frFR} as const
