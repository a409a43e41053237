import type { LanguagePack } from '../pack'
import { answerWords, textWords } from './answers'
import { asking } from './asking'
import { FRENCH_ASIDES as asides, FRENCH as frames } from './frames'
import { grammar } from './grammar'
import { lexicon } from './lexicon'
import { loaded } from './loaded'
import { options } from './options'
import { page } from './page'
import { questions } from './questions'
import { refusals } from './refusals'
import { seams } from './seams'
import { walls } from './walls'

/** French. */
export const FRENCH: LanguagePack = {
  language: 'fr',
  frequent: [
    '\\b(?:le|la|les|des|une|du|et|est|que|qui|dans|pour|pas|vous|nous|sur|avec|ce|cette|au|aux|il|elle|sont|votre|plus|ou|en|quel|quelle|selon|avez|etes|pensez|faut|ca)\\b',
    "\\b[cdjlmnst]'",
    "\\bqu'",
  ],
  answers: { yes: 'Oui', no: 'Non', abstain: 'Sans avis' },
  answerWords,
  textWords,
  asking,
  page,
  walls,
  refusals,
  seams,
  questions,
  grammar,
  options,
  lexicon,
  loaded,
  frames: { frames, asides },
}
