// The words of honesty in both languages, and what their opposite would sound like.
import type {Tongue} from './runbook-page.ts'

const operator = 'Amira Haddad'

/** What has to stand on the page. */
export const words = {
  'en-US': {
    marked: `Marked done by ${operator}`,
    unproved: 'Nothing has verified it.',
    markedHere: 'Marked done by Zoé Ångström',
    noApi: 'No API from Microsoft sets or reads this option.',
    noChange: /No change, \d+ reads\./,
    found: 'Audit event found',
    noProof: 'It does not prove the present state.',
    earlier: 'Earlier event',
    notEvidence: 'before this visit. Not evidence.',
    nothingFound: 'Nothing found in the log',
    notOff: 'This does not mean that it is off.',
    syncTellsNothing: 'It says nothing about password writeback.',
    fictitious: 'Contoso (fictitious tenant)',
    nothingLeaves: 'Nothing leaves this browser. No real tenant is read or changed.',
    sample: 'Enabled, with the event of its start',
    confirmed: 'Confirmed by output',
    oldSample: 'Enabled, with an event of the day before',
    tooOld: 'Output too old',
    notConfirmed: 'it does not confirm the present state',
    onlyDeclared: /0 verified · 8 declared of 13/,
    licence: 'A licence in the tenant does not mean that every user has one.',
    notAsRequired: 'Read by Graph: not as required',
    noLicence: 'No active subscription contains Microsoft Entra ID P1 or P2.',
    office: 'currently not supported in the Office Admin portal',
    role: "Microsoft's documentation (20 August 2026) no longer asks for Global Administrator",
    globalAdministrator: 'Global Administrator',
    path: 'path checked 20 August 2026',
    counts: /2 verified · 1 declared of 13/,
    countsAfterReload: /0 verified · 3 declared of 13/,
    old: /^Not read again since \d\d:\d\d$/,
  },
  'fr-FR': {
    marked: `Déclaré fait par ${operator}`,
    unproved: 'Rien ne l’a vérifié.',
    markedHere: 'Déclaré fait par Zoé Ångström',
    noApi: 'Aucune API de Microsoft ne règle ni ne lit cette option.',
    noChange: /Aucune modification, \d+ lectures\./,
    found: 'Événement d’audit trouvé',
    noProof: 'Il ne prouve pas l’état présent.',
    earlier: 'Événement antérieur',
    notEvidence: 'avant cette visite. Ne prouve rien pour aujourd’hui.',
    nothingFound: 'Rien trouvé dans le journal',
    notOff: 'Cela ne veut pas dire désactivé.',
    syncTellsNothing: 'Elle ne dit rien de l’écriture différée des mots de passe.',
    fictitious: 'Contoso (locataire fictif)',
    nothingLeaves: 'Rien ne quitte ce navigateur. Aucun vrai locataire n’est lu ni modifié.',
    sample: 'Activée, avec l’événement de son démarrage',
    confirmed: 'Confirmé par la sortie',
    oldSample: 'Activée, avec un événement de la veille',
    tooOld: 'Sortie trop ancienne',
    notConfirmed: 'elle ne confirme pas l’état présent',
    onlyDeclared: /0 vérifiées? · 8 déclarées sur 13/,
    licence: 'Une licence dans le locataire ne veut pas dire que chaque utilisateur en a une.',
    notAsRequired: 'Lu dans Graph\u00A0: non conforme',
    noLicence: 'Aucun abonnement actif ne contient Microsoft Entra ID P1 ou P2.',
    office: 'n’est actuellement pas prise en charge dans le portail d’administration Office',
    role: 'La documentation Microsoft (20 août 2026) ne demande plus Administrateur général',
    globalAdministrator: 'Administrateur général',
    path: 'chemin vérifié le 20 août 2026',
    counts: /2 vérifiées · 1 déclarées? sur 13/,
    countsAfterReload: /0 vérifiées? · 3 déclarées sur 13/,
    old: /^Non relu depuis \d\d:\d\d$/,
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

/** False claims as the page could word them; the article's sentences are not the page's. */
export const falseClaims = {
  'en-US': {
    switched:
      /\b(Graph|Run|Passerelle) (has )?(enabled|set|switched|turned|unlocked)\b|\b(enabled|set|done|switched on) (by|through|via) (Graph|Run)\b|Done and verified/i,
    state: /\bwriteback is (now )?(on|off|enabled|disabled|active)\b/i,
    real: /\b(your|the real) tenant was (read|changed)\b/i,
    verifiedLocally: /\bverified (on the server|by Graph)\b/i,
    everybody: /\b(every|all) users? (is|are|has|have) (a )?licen[sc]ed?\b/i,
    adminCenter: /\bresets? in the (Microsoft 365|Office) admin/i,
    stable: /\b(permanent|stable) (link|address)|link (is|stays) (permanent|stable)/i,
  },
  'fr-FR': {
    switched:
      /\b(Graph|Exécuter|Passerelle) a (activé|réglé|modifié|déverrouillé)|(activée?|réglée?|faite?|modifiée?) (par|via) (Graph|Exécuter)\b|Fait et vérifié/i,
    state:
      /(réécriture|écriture différée)( des? mots? de passe)? est (désormais )?(active|activée|désactivée)/i,
    real: /(votre|le vrai) locataire a été (lu|modifié)/i,
    verifiedLocally: /vérifiée?s? (sur le serveur|par Graph)/i,
    everybody: /(chaque utilisateur a|tous les utilisateurs ont) une licence/i,
    adminCenter: /réinitialisations? (faite )?dans le centre d’administration/i,
    stable: /(lien|adresse) (est |reste )?(permanente?|stable)/i,
  },
} as const satisfies Readonly<Record<Tongue, Readonly<Record<string, RegExp>>>>
