import type { LanguagePack } from '../pack'
import { answerWords, textWords } from './answers'
import { asking } from './asking'
import { lexicon } from './lexicon'
import { loaded } from './loaded'
import { page } from './page'
import { questions } from './questions'
import { refusals } from './refusals'
import { seams } from './seams'
import { walls } from './walls'

/** Spanish, a small pack: closing formulas, yes or no, sides and scales. Its choices are not read. */
export const SPANISH: LanguagePack = {
  language: 'es',
  frequent: [
    '\\b(?:el|los|las|una|unos|del|y(?! (?:a|compris)\\b)|para|por|con|su|sus|usted|ustedes|como|pero|este|esta|lo|al|ha|han|mas|muy|cree|segun|sobre|fue|ya|hay|todo|cuando)\\b',
    '¿',
  ],
  answers: { yes: 'Sí', no: 'No', abstain: 'Sin opinión' },
  answerWords,
  textWords,
  asking,
  page,
  walls,
  refusals,
  seams,
  questions,
  grammar: {},
  options: {},
  lexicon,
  loaded,
}
