import type { LanguagePack } from '../pack'
import { asking } from './asking'
import { ENGLISH_ASIDES as asides, ENGLISH as frames } from './frames'
import { lexicon } from './lexicon'
import { loaded } from './loaded'
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
  asking,
  page,
  walls,
  refusals,
  seams,
  questions,
  lexicon,
  loaded,
  frames: { frames, asides },
}
