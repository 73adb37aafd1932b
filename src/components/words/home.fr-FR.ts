import type {HomeWords} from './home.ts'

/** The same words in French. */
const words: HomeWords = {
  page: {
    description:
      'Des runbooks bilingues dont les étapes cloud s’exécutent avec Microsoft Graph depuis votre navigateur.',
    title: 'Des procédures bilingues qui s’exécutent',
    lead: 'Chaque runbook est un article, en français et en anglais. Ses étapes cloud s’exécutent avec Microsoft Graph depuis votre navigateur ; ses étapes locales se cochent et se prouvent. Aucun serveur à nous entre votre navigateur et votre locataire.',
    not: 'Passerelle n’est pas une passerelle de données : rien à installer.',
    practise: 'S’entraîner sans se connecter',
    browse: 'Parcourir les runbooks',
  },
  banks: {
    local: 'Local',
    localText: 'Vous cochez, vous collez la sortie, la page la contrôle.',
    cloud: 'Cloud',
    cloudText: 'Vous exécutez ; la page dit ce que Graph a lu.',
  },
  fact: {
    still: 'Avant connexion, rien ne sort',
    stillText: '0 requête hors de ce site tant que vous n’avez pas choisi de vous connecter.',
    least: 'Le moindre privilège, étape par étape',
    leastText: 'Les lectures d’abord. Une autorisation d’écriture n’est demandée qu’à l’étape qui écrit.',
    record: 'Un journal que vous gardez',
    recordText: 'Exportable, avec son empreinte, sans jeton ni secret.',
  },
  catalogue: {
    title: 'Runbooks',
    runbook: 'Runbook',
    steps: 'Étapes',
    duration: 'Durée',
    minutes: '{minutes} min',
    languages: 'Langues',
    effect: 'Via Microsoft Graph',
    through: 'via Microsoft Graph',
    fallback: '(en anglais)',
  },
  filter: {
    label: 'Restreindre le catalogue',
    all: 'Tous',
    none: 'Aucune modification via Microsoft Graph',
  },
  effect: {
    none: 'Aucune modification',
    reversible: 'Réversible',
    irreversible: 'Irréversible',
  },
  legend: {
    'on-premises': 'Locale : à cocher, à prouver',
    tick: 'Cloud, à la main',
    read: 'Lecture',
    portal: 'Dans le portail : Graph ne peut pas le faire',
    change: 'Modification',
    irreversible: 'Modification irréversible',
  },
  strip: {
    'on-premises': '{n} étape locale|{n} étapes locales',
    cloud: '{n} étape cloud|{n} étapes cloud',
    read: '{n} lecture|{n} lectures',
    portal: '{n} dans le portail',
    change: '{n} modification|{n} modifications',
    irreversible: '{n} modification irréversible|{n} modifications irréversibles',
    tick: '{n} à la main',
    then: ', puis ',
    colon: ' : ',
  },
}

export default words
