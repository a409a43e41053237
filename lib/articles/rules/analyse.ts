import { detectClosing } from './detect'
import type { Detection } from './found'
import { type Cut, cutText, MAX_FOUND } from './limits'
import { proposedTitle } from './proposed-title'
import { draftSummary } from './summary'
import { type QuestionInput, surveyQuestions } from './survey-questions'

/** The closing questions of an article, with a survey and a summary drafted from it. */
export type Analysis = Detection & {
  /** The title that was passed or found, or one from the first sentence; never blank. */
  proposedTitle: string
  summary: string
  /** The questions as a survey asks them, in the same order; one that another asks in passing follows it. */
  survey: QuestionInput[]
  /** What exceeded a limit and was left out; empty for an ordinary article. */
  cuts: Cut[]
}

/** Finds closing questions and drafts a summary. A text beyond the limits is truncated first, which `cuts` lists. */
export function analyse(given: string, title?: string): Analysis {
  const { text, cuts } = cutText(given)
  const found = detectClosing(text, title)
  const questions = found.questions.slice(0, MAX_FOUND)
  if (found.questions.length > MAX_FOUND)
    cuts.push({ of: 'questions', kept: MAX_FOUND, given: found.questions.length })
  const survey = surveyQuestions(questions, found.language)
  const named = found.title ?? proposedTitle(text)
  return { ...found, questions, survey, proposedTitle: named, summary: draftSummary(text), cuts }
}
