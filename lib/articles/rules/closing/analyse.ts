import { type Cut, cutText, MAX_FOUND } from '../addresses/limits'
import { bareWallOf, type Wall } from '../page/walls'
import { isForeign } from '../reading/language'
import { plain } from '../reading/plain'
import { repair } from '../reading/repair'
import { proposedTitle } from '../survey/proposed-title'
import { draftSummary } from '../survey/summary'
import { type QuestionInput, surveyQuestions } from '../survey/survey-questions'
import { detectClosing } from './detect'
import type { Detection } from './found'

/** The closing questions of an article, with a survey and a summary drafted from it. */
export type Analysis = Detection & {
  /** The title that was passed or found, or one from the first sentence; never blank. */
  proposedTitle: string
  summary: string
  /** The questions as a survey asks them, in the same order; one that another asks in passing follows it. */
  survey: QuestionInput[]
  /** What exceeded a limit and was left out; empty for an ordinary article. */
  cuts: Cut[]
  /** The wall that the text is, in place of an article. Its questions are none to readers. */
  wall?: Wall
  /** The article is in a language of no pack: its questions were not sought. `language` is then a guess. */
  foreign?: true
}

/** Finds closing questions and drafts a summary. A text beyond the limits is truncated first, which `cuts` lists. */
export function analyse(given: string, title?: string): Analysis {
  const { text, cuts } = cutText(given)
  const found = detectClosing(text, title)
  const repaired = repair(text).text
  const foreign = isForeign(plain(repaired))
  // Another language's rules would find some questions by chance, and miss the others.
  const questions = foreign ? [] : found.questions.slice(0, MAX_FOUND)
  if (!foreign && found.questions.length > MAX_FOUND)
    cuts.push({ of: 'questions', kept: MAX_FOUND, given: found.questions.length })
  const survey = surveyQuestions(questions, found.language)
  const named = found.title ?? proposedTitle(text)
  const wall = questions.length === 0 ? bareWallOf(repaired) : undefined
  const drafted = { survey, proposedTitle: named, summary: draftSummary(text), cuts }
  return {
    ...found,
    ...(foreign && { start: null }),
    questions,
    ...drafted,
    ...(wall && { wall }),
    ...(foreign && { foreign }),
  }
}
