import type {ConsentWords} from './consent.ts'

/** The same words in French. */
const words: ConsentWords = {
  title: 'Consentement administrateur',
  description: 'Ce que Microsoft a répondu à la demande d’autorisations.',
  granted:
    'La page de Microsoft indique que les autorisations sont accordées. Cette page ne l’a pas vérifié : le prochain appui dans le runbook le fera.',
  refused: 'Autorisation non accordée. Rien n’a été modifié.',
  unknown:
    'La réponse de la page de Microsoft n’est pas comprise. Cette page ne sait pas si les autorisations sont accordées.',
  code: 'Code de Microsoft : {code}',
  next: 'Vous pouvez fermer cet onglet. La personne qui a fait la demande appuie de nouveau sur le même bouton.',
  back: 'Aller au runbook : {runbook}',
  home: 'Tous les runbooks',
  noScript:
    'JavaScript est désactivé. Dans l’adresse de cette page, « admin_consent=True » veut dire accordé et « error » veut dire non accordé.',
}

export default words
