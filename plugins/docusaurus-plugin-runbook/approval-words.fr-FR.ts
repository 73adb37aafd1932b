import type {ApprovalWords} from './approval-words.ts'

/** The same words in French. */
const words: ApprovalWords = {
  title: 'Dossier d’approbation',
  lead: 'Pour la personne qui décide si {site} peut être utilisé. La génération du site a écrit cette page à partir des runbooks compilés, de la configuration et de la stratégie de cette version même. Personne ne l’écrit à la main.',
  home: 'Tous les runbooks',
  other: 'This page in English',
  markdown: 'La même en Markdown',
  skip: 'Aller au contenu',
  none: 'aucun',
  yes: 'oui',
  no: 'non',
  source: 'source',

  inShort: 'En bref',
  fact: 'Élément',
  value: 'Valeur',
  site: 'Site',
  build: 'Version du site',
  clientId: 'ID d’application (client)',
  changeClientId: 'ID d’application (client) pour les modifications',
  noClientId:
    'aucun : cette version n’a pas de connexion. Les exécutions sont simulées, ou réelles sans connexion',
  tenant: 'Locataire de la connexion',
  cloud: 'Cloud',
  ownCloud: 'défini par le site',
  changes: 'Modifications du locataire',
  noChanges: 'aucune : tous les appels sont des lectures',
  someChanges: 'appels qui le modifient : {n}',
  calls: 'Appels que le code de la page peut envoyer',
  permissions: 'Autorisations qu’il peut demander',
  ofThemAdmin: '{n}, dont avec le consentement d’un administrateur seulement : {admin}',

  what: 'Ce que c’est, et qui l’exploite',
  whatStatic:
    'Un site statique : des instructions dont les étapes dans le cloud appellent Microsoft Graph depuis le navigateur du lecteur, au nom de la personne connectée. Autorisations déléguées seulement ; aucun secret client, aucune autorisation d’application, aucune partie serveur, rien en arrière-plan. Chaque requête suit un appui sur un bouton.',
  whatWho:
    'Celui qui sert {site} l’exploite. Ceux qui écrivent Passerelle n’exploitent rien et ne reçoivent rien. La première question à poser est de savoir qui peut modifier les fichiers de cet hôte : cette personne peut agir au nom de quiconque s’y connecte.',
  whatClosed:
    'Les appels se trouvent dans des fichiers relus comme du code et contrôlés à la génération. Le code de la page refuse tout autre appel. Ni un article, ni une traduction, ni une réponse de Graph ne peut en ajouter un.',

  runbooks: 'Runbooks',
  runbooksLead:
    'La première empreinte est celle du texte anglais de l’article. La seconde est celle de tout ce que la page peut faire : le SHA-256 de {model} dans le fichier indiqué, en JSON compact. Si elle change, les appels, les autorisations ou les étapes ont changé.',
  runbook: 'Runbook',
  id: 'ID',
  reviewed: 'Révisé le',
  article: 'Article',
  actions: 'Actions',

  scopes: 'Autorisations',
  scopesLead:
    'Déléguées, chacune demandée par le bouton qui en a besoin, et pas avant. Ce qu’une autorisation permet est limité par les rôles du compte. Consentez à celles-ci et à aucune autre : un jeton porte tout ce qui a été accordé un jour à l’application.',
  scope: 'Autorisation',
  allows: 'Ce qu’elle permet à la page',
  admin: 'Consentement d’un administrateur',
  askedIn: 'Demandée dans',
  everySignIn: 'chaque connexion',

  callsOf: 'Appels',
  callsLead:
    'Chaque appel de chaque runbook. Ce qui est entre accolades est rempli par la page, encodé en pourcentage, et ne peut pas sortir de sa place.',
  batch:
    'Les lectures d’un même bouton peuvent voyager ensemble sous {batch}, avec des requêtes GET à l’intérieur et rien d’autre ; chacune est contrôlée comme un appel à part.',
  call: 'Appel',
  graphPage: 'Page de Graph',
  why: 'Étape, et pourquoi',
  asks: 'Ce qu’il demande',
  everything: 'ce que Graph donne sans qu’on le demande',
  noCalls: 'Aucun appel de Microsoft Graph.',
  toChange: 'pour la modification',
  setsOnly: 'définit {body}, et seulement ce qui diffère',
  sends: 'envoie {body} ; entre accolades, ce que la personne a choisi, ou un mot de passe que la page crée',
  follows: 'où en est Graph de ce qu’il a accepté',

  changesOf: 'Modifications',
  changesLead:
    'Chacune est une seule requête, envoyée une fois, après qu’une personne a vu les valeurs actuelles et futures et a confirmé. Juste avant, les valeurs sont relues : si ce ne sont pas celles qui ont été confirmées, rien n’est envoyé. Ensuite, elles sont lues jusqu’à ce que l’effet soit visible ou que le délai soit écoulé. Une requête n’est jamais répétée d’elle-même.',
  changesNone: 'Les pages de cette version ne modifient rien dans le locataire.',
  step: 'Étape',
  sets: 'Définit',
  reaches: 'Portée',
  confirmedBy: 'Confirmation',
  confirmInline: 'un second appui',
  confirmDialog: 'un appui dans une boîte de dialogue',
  confirmTyped: 'le nom, saisi dans une boîte de dialogue',
  undo: 'Annulation',
  undoHow: 'les valeurs d’avant, de ces seules propriétés, de la même manière',
  undoSends: 'envoie {body}, de la même manière',
  noUndo: 'aucune. {why}',

  roles: 'Rôles et licences',
  rolesLead:
    'Ce que le travail lui-même exige, selon la documentation de Microsoft. La page ne donne de rôle à personne ; Graph contrôle ceux du compte.',
  role: 'Rôle',
  licence: 'Licence',
  consulted: 'consultation :',

  kept: 'Ce qui est conservé, où et jusqu’à quand',
  keptLead:
    'Tout est dans le navigateur de l’opérateur. Rien n’est envoyé à l’hôte du site ni à quelqu’un d’autre.',
  data: 'Quoi',
  where: 'Où',
  until: 'Jusqu’à',
  keptRecords:
    'journaux d’exécution : cases cochées, noms saisis, notes, ticket, serveur, forêt, valeurs lues, ID de requête, compte et locataire. Ni jeton, ni mot de passe, ni objet de l’annuaire',
  keptRecordsUntil: 'la suppression sur la page, ou l’éviction par le navigateur',
  keptPractice: 'état du locataire fictif de la simulation',
  keptPracticeUntil: 'la remise à zéro ou la suppression de l’exécution simulée',
  keptTokens: 'jetons et compte, conservés par MSAL, la bibliothèque de Microsoft',
  keptTokensUntil: 'la déconnexion, ou la fermeture de l’onglet',
  keptArrival:
    'où mène un changement de langue, et pour quoi la page a été quittée lors d’une connexion : étape, bouton, autorisations',
  keptArrivalUntil: 'la page suivante de cet onglet',
  keptTyped: 'note et nom en cours de saisie et pas encore conservés',
  keptTypedUntil: 'la fermeture du champ, ou de l’onglet',
  keptPreferences:
    'préférences : mode et scénario choisis en dernier, nom saisi pour les déclarations, exécution ouverte, champs saisis et pas encore conservés',
  keptTheme: 'clair ou sombre',
  keptPreferencesUntil: 'l’effacement dans le navigateur',
  exported:
    'Ce qu’un opérateur exporte est un fichier à lui. Son SHA-256 détecte une modification ; il ne prouve ni que l’enregistrement est complet, ni qui l’a fait. La preuve est le journal d’audit du locataire, où mènent les ID de requête.',

  hosts: 'Hôtes',
  hostsLead: 'Avant que quelqu’un se connecte, seul le premier est contacté.',
  host: 'Hôte',
  purpose: 'Pour quoi',
  hostSite: 'les pages elles-mêmes : des fichiers, sans cookie',
  hostAuthority: 'fenêtre de connexion, jetons, déconnexion',
  hostGraph: 'les appels ci-dessus',
  hostPortal: 'des liens seulement, ouverts à la demande dans un onglet à part ; la page ne lui envoie rien',
  noHosts: 'Cette version n’a pas de connexion : aucun autre hôte n’est jamais contacté.',

  hostsLinks:
    'Des liens vers des sources et d’autres pages mènent ailleurs. Ils s’ouvrent à la demande ; la page elle-même n’y envoie rien.',

  policy: 'Content-Security-Policy',
  policyLead:
    'Celle de chaque page de cette version. Les fichiers d’hébergement placés à côté des pages l’envoient en en-tête, avec quelques autres ; chaque page l’a aussi comme premier élément, sauf ce que les navigateurs y ignorent.',
  noPolicy: 'Cette version n’en a pas.',

  script: 'Un script dans l’origine de la page',
  scriptLead:
    'Tant que quelqu’un est connecté, un script qui s’exécute dans l’origine de la page peut utiliser le jeton pour tout ce qui a été accordé à l’application, quoi qu’envoie le code de la page. Aucun lieu de stockage n’y change rien. Ce qui le limite :',
  scriptPolicy: 'la stratégie : quel script peut s’exécuter, et où il peut envoyer',
  scriptNoPolicy: 'aucune stratégie dans cette version',
  scriptScopes:
    'les autorisations accordées à cette application : le tableau ci-dessus, si rien d’autre n’a été accordé',
  scriptRoles: 'les rôles du compte, contrôlés par Graph, et l’accès conditionnel, contrôlé par Entra',
  scriptAssigned: 'les personnes affectées à l’application',
  scriptTime: 'le temps : le jeton vit dans l’onglet et expire',
  scriptHost:
    'un nom d’hôte réservé : tout ce qui est sous une même origine partage le stockage et la connexion',

  revoke: 'Comment révoquer',
  revokeLead: 'Du plus rapide au plus complet. Les commandes se trouvent dans le guide {guide}.',
  guide: 'Inscrire l’application et la faire approuver',
  revokeDisable:
    'Désactivez la connexion à l’application d’entreprise : plus aucun nouveau jeton pour personne.',
  revokeConsent: 'Retirez les autorisations qui lui ont été accordées : le jeton suivant n’en a plus.',
  revokeSessions:
    'Révoquez les sessions des comptes concernés. Un jeton déjà émis vaut jusqu’à son expiration, environ une heure ; avec l’évaluation continue de l’accès, il peut durer jusqu’à 28 heures, mais prend fin peu après la révocation des sessions.',
  revokeDelete: 'Supprimez l’inscription. Les pages restent lisibles, et la simulation reste possible.',

  untested: 'Ce qui n’a jamais été testé',
  untestedTenant:
    'Un vrai locataire. La connexion, le consentement, l’accès conditionnel, PIM, la limitation et les textes d’erreur ont été essayés avec des imitations écrites d’après la documentation.',
  untestedClouds:
    'Les clouds nationaux : leurs hôtes sont configurés et leurs stratégies contrôlées, rien de plus.',
  untestedBrowsers: 'D’autres navigateurs que Chromium.',
  untestedReview: 'Une revue par un tiers.',
  untestedCommands: 'Les commandes du guide d’inscription, dans un vrai locataire.',
}

export default words
