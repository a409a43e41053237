import { detectClosing } from '../../articles/rules/detect'
import { draftSummary } from '../../articles/rules/summary'
import { surveyQuestions } from '../../articles/rules/survey-questions'
import { SOURCE_NAME_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH } from '../../articles/schema'
import { type Outcome, refusal, success } from '../../errors'
import type { Editor } from '../../staff/rules/roles'
import { isDate } from '../rules/draft'
import { LABEL_LENGTH, MOST_QUESTIONS, PASTED_LENGTH, PROMPT_LENGTH } from '../schema'
import { createDraft, type FeedWatch } from './drafts'

export type Brought = {
  text: string
  title?: string
  sourceName?: string
  sourceUrl?: string
  publishedOn?: string
}

/**
 * Makes a draft of an article as it was pasted: its title and date if they are there, a proposed summary, and
 * the closing questions that were found. Refused only when there is nothing to read or too much.
 */
export async function bringIn(by: Editor | FeedWatch, brought: Brought): Promise<Outcome<{ slug: string }>> {
  const { text } = brought
  if (!text.trim())
    return refusal('invalid_request', [{ code: 'nothing_to_read', path: ['text'], field: 'text' }])
  if (text.length > PASTED_LENGTH) {
    const values = { max: PASTED_LENGTH, length: text.length }
    return refusal('invalid_request', [{ code: 'text_too_long', path: ['text'], field: 'text', values }])
  }
  const found = detectClosing(text, brought.title || undefined)
  const questions = surveyQuestions(found.questions, found.language)
    .filter(({ prompt, options }) => {
      return prompt.length <= PROMPT_LENGTH && options.every((option) => option.label.length <= LABEL_LENGTH)
    })
    .slice(0, MOST_QUESTIONS)
  const draft = {
    title: (brought.title || found.title || '').slice(0, TITLE_LENGTH),
    sourceName: (brought.sourceName ?? '').slice(0, SOURCE_NAME_LENGTH),
    sourceUrl: brought.sourceUrl ?? '',
    publishedOn: isDate(brought.publishedOn) ? brought.publishedOn : (found.date ?? ''),
    summary: draftSummary(text).slice(0, SUMMARY_LENGTH),
    language: found.language,
    resultsVisibility: 'after_vote' as const,
    moderationMode: 'before' as const,
    questions: [],
  }
  return success(await createDraft(by, draft, questions, text.replaceAll('\0', '')))
}
