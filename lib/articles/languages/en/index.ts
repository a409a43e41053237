import type { LanguagePack } from '../pack'
import { answerWords, textWords } from './answers'
import { asking } from './asking'
import { ENGLISH_ASIDES as asides, ENGLISH as frames } from './frames'
import { grammar } from './grammar'
import { lexicon } from './lexicon'
import { loaded } from './loaded'
import { options } from './options'
import { page } from './page'
import { questions } from './questions'
import { refusals } from './refusals'
import { seams } from './seams'
import { walls } from './walls'

/** English. */
export const ENGLISH: LanguagePack = {
  language: 'en',
  frequent: [
    '\\b(?:the|of|and|is|in|to|that|for|it|with|on|was|you|your|are|this|be|have|has|do|does|would|will|not|what|which|from|or|at|by|an|should|they|how|who|did)\\b',
  ],
  answers: { yes: 'Yes', no: 'No', abstain: 'No opinion' },
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
