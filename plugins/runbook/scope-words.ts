// What each delegated scope lets the page do, in words for the person who approves it. Facts: Microsoft Graph permissions
// reference, and for the three of a sign-in "Scopes and permissions in the Microsoft identity platform".

/** A scope in plain words. */
export interface ScopeWords {
  readonly says: Readonly<Record<'en-US' | 'fr-FR', string>>
  /** Whether only an administrator may consent to it. */
  readonly adminConsent: boolean
  /** The page this rests on. */
  readonly source: string
}

/** What every sign-in asks for besides: MSAL adds them. */
export const signInScopes = ['openid', 'profile', 'offline_access'] as const

const words = {
  openid: {
    says: {
      'en-US': 'Signs the account in: an identity token, with the account’s id in this application.',
      'fr-FR':
        'Connecte le compte : un jeton d’identité, avec l’identifiant du compte dans cette application.',
    },
    adminConsent: false,
  },
  profile: {
    says: {
      'en-US': 'Name, sign-in name, object id and tenant id of the account, in the identity token.',
      'fr-FR': 'Nom, nom de connexion, ID d’objet et ID de locataire du compte, dans le jeton d’identité.',
    },
    adminConsent: false,
  },
  offline_access: {
    says: {
      'en-US': 'Renews the token without asking again, in this tab and for 24 hours at most.',
      'fr-FR': 'Renouvelle le jeton sans nouvelle question, dans cet onglet et pendant 24 heures au plus.',
    },
    adminConsent: false,
  },
  'User.Read': {
    says: {
      'en-US': 'Reads the profile of the signed-in account and the basic facts of its organisation.',
      'fr-FR': 'Lit le profil du compte connecté et les données de base de son organisation.',
    },
    adminConsent: false,
  },
  'Organization.Read.All': {
    says: {
      'en-US':
        'Reads the organisation’s properties: whether the directory is synchronised and since when, its subscriptions, its branding.',
      'fr-FR':
        'Lit les propriétés de l’organisation : si l’annuaire est synchronisé et depuis quand, ses abonnements, sa personnalisation.',
    },
    adminConsent: true,
  },
  'LicenseAssignment.Read.All': {
    says: {
      'en-US': 'Reads which licences the tenant has and who they are assigned to.',
      'fr-FR': 'Lit quelles licences le locataire possède et à qui elles sont attribuées.',
    },
    adminConsent: false,
  },
  'Domain.Read.All': {
    says: {
      'en-US': 'Reads all domains of the tenant, and whether each is managed or federated.',
      'fr-FR': 'Lit tous les domaines du locataire, et si chacun est géré ou fédéré.',
    },
    adminConsent: true,
  },
  'RoleManagement.Read.Directory': {
    says: {
      'en-US': 'Reads the directory roles, who holds each, and the definitions of the roles.',
      'fr-FR': 'Lit les rôles de l’annuaire, qui détient chacun, et la définition des rôles.',
    },
    adminConsent: true,
  },
  'OnPremDirectorySynchronization.Read.All': {
    says: {
      'en-US': 'Reads how the directory is synchronised with the servers on the premises.',
      'fr-FR': 'Lit comment l’annuaire est synchronisé avec les serveurs locaux.',
    },
    adminConsent: true,
  },
  'OnPremDirectorySynchronization.ReadWrite.All': {
    says: {
      'en-US': 'Reads and changes how the directory is synchronised with the servers on the premises.',
      'fr-FR': 'Lit et modifie la synchronisation de l’annuaire avec les serveurs locaux.',
    },
    adminConsent: true,
  },
  'Policy.Read.All': {
    says: {
      'en-US': 'Reads the policies of the organisation, Conditional Access included.',
      'fr-FR': 'Lit les stratégies de l’organisation, y compris l’accès conditionnel.',
    },
    adminConsent: true,
  },
  'Directory.Read.All': {
    says: {
      'en-US': 'Reads the whole directory: users, groups, devices, applications.',
      'fr-FR': 'Lit tout l’annuaire : utilisateurs, groupes, appareils, applications.',
    },
    adminConsent: true,
  },
  'AuditLog.Read.All': {
    says: {
      'en-US': 'Reads the audit log of the whole tenant, sign-ins included.',
      'fr-FR': 'Lit le journal d’audit de tout le locataire, y compris les connexions.',
    },
    adminConsent: true,
  },
  'User.Read.All': {
    says: {
      'en-US': 'Reads the full profile of every user: state of the account, location, licences.',
      'fr-FR': 'Lit le profil complet de chaque utilisateur : état du compte, lieu, licences.',
    },
    adminConsent: true,
  },
  'User.ReadWrite.All': {
    says: {
      'en-US': 'Reads and changes the full profile of every user.',
      'fr-FR': 'Lit et modifie le profil complet de chaque utilisateur.',
    },
    adminConsent: true,
  },
  'LicenseAssignment.ReadWrite.All': {
    says: {
      'en-US': 'Assigns licences to users and groups and removes them, and reads which there are.',
      'fr-FR':
        'Attribue des licences aux utilisateurs et aux groupes et les retire, et lit celles qui existent.',
    },
    adminConsent: false,
  },
  'UserAuthenticationMethod.ReadWrite.All': {
    says: {
      'en-US': 'Reads and changes the sign-in methods of every user; that includes resetting passwords.',
      'fr-FR':
        'Lit et modifie les méthodes de connexion de chaque utilisateur, ce qui comprend la réinitialisation des mots de passe.',
    },
    adminConsent: true,
  },
} as const satisfies Readonly<Record<string, Omit<ScopeWords, 'source'>>>

/** A scope in plain words; null where nobody wrote them yet, which `check` refuses. */
export function scopeWordsOf(scope: string): ScopeWords | null {
  if (!Object.hasOwn(words, scope)) return null
  const isOfSignIn = signInScopes.some(each => each === scope)
  const source = isOfSignIn
    ? 'https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc'
    : `https://learn.microsoft.com/en-us/graph/permissions-reference#${scope.replaceAll('.', '').toLowerCase()}`
  return {...words[scope as keyof typeof words], source}
}
