import type {NotFoundWords} from './notFound.ts'

/** The same words in French. */
const words: NotFoundWords = {
  here: 'Cette page n’existe pas en {language}.',
  elsewhere: 'Elle existe en {language}.',
  nowhere: 'Il n’y a pas de page à cette adresse.',
  home: 'Tous les runbooks :',
}

export default words
