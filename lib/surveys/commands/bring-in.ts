import { parse } from '../../articles/commands/parse'
import { cutText } from '../../articles/rules/addresses/limits'
import { publicationDate } from '../../articles/rules/addresses/publication'
import type { Analysis } from '../../articles/rules/closing/analyse'
import { SOURCE_NAME_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH, URL_LENGTH } from '../../articles/schema'
import { type FieldProblem, type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import { type KnownArticle, knownArticle } from '../queries/known-article'
import { LABEL_LENGTH, MAX_QUESTIONS, PROMPT_LENGTH } from '../schema'
import { type Created, createDraft, type FeedWatch } from './drafts'

/** An article as an editor or a feed submits it. */
export type Brought = {
  text: string
  title?: string
  sourceName?: string
  sourceUrl?: string
  publishedOn?: string
}

/** Returns the fault of a text that is too large, before anything parses it. */
function tooLarge(text: string): FieldProblem[] {
  const at = { path: ['text'], field: 'text' }
  if (!text.trim()) return [{ code: 'nothing_to_read', ...at }]
  return cutText(text).cuts.map(({ of, kept: max, given: length }) => ({
    code: of === 'lines' ? ('text_too_many_lines' as const) : ('text_too_long' as const),
    ...at,
    values: { max, length },
  }))
}

/** Returns the name of the site of an address, which an editor completes; empty without one. */
const siteOf = (url = '') => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '')

/** Creates a draft from an analysed article; returns the address of its survey, or of the one that the article has. */
export function draftFrom(
  by: Editor | FeedWatch,
  brought: Brought,
  found: Analysis,
  again = false,
): Promise<Created> {
  const questions = found.survey
    .filter(({ prompt, options }) => {
      return prompt.length <= PROMPT_LENGTH && options.every((option) => option.label.length <= LABEL_LENGTH)
    })
    .slice(0, MAX_QUESTIONS)
  const draft = {
    title: (brought.title?.trim() || found.proposedTitle).slice(0, TITLE_LENGTH),
    sourceName: (brought.sourceName?.trim() || siteOf(brought.sourceUrl)).slice(0, SOURCE_NAME_LENGTH),
    sourceUrl: (brought.sourceUrl ?? '').slice(0, URL_LENGTH),
    publishedOn: publicationDate(brought.publishedOn ?? '') ?? publicationDate(found.date ?? '') ?? '',
    summary: found.summary.slice(0, SUMMARY_LENGTH),
    // Readers' pages speak French and English; an article in another language is asked about on French ones.
    language: found.language === 'en' ? ('en' as const) : ('fr' as const),
    resultsVisibility: 'after_vote' as const,
    moderationMode: 'before' as const,
    questions: [],
  }
  return createDraft(by, draft, questions, brought.text.replaceAll('\0', ''), { again })
}

/** The outcome of bringing in an article; `known` is the consultation that it has already. */
export type BroughtIn = Outcome<{ slug: string }> & { known?: KnownArticle }

const isKnown = (known: KnownArticle): BroughtIn => ({ ...refusal('article_known'), known })

/**
 * Creates a draft from a pasted article: its title and date if present, a proposed summary, and the closing questions
 * found. Refused when there is no text, or too much, or when the analysis exceeds its limits of time and memory. A wall
 * that was pasted in place of its article is refused by name. Refused as `article_known` when the article at its address has a consultation, unless it is brought in `again` on purpose.
 */
export async function bringIn(
  by: Editor | FeedWatch,
  brought: Brought,
  { again = false } = {},
): Promise<BroughtIn> {
  const { text, sourceUrl } = brought
  const faults = tooLarge(text)
  if (faults.length) return refusal('invalid_request', faults)
  const before = sourceUrl && !again ? await knownArticle(sourceUrl) : undefined
  if (before) return isKnown(before)
  const title = brought.title?.slice(0, TITLE_LENGTH)
  const analysed = await parse('article', { text, ...(title && { title }) })
  if (!analysed.ok) return analysed
  const { wall } = analysed.value
  if (wall) return refusal('invalid_request', [{ code: `text_${wall}_wall`, path: ['text'], field: 'text' }])
  const { slug, known } = await draftFrom(by, brought, analysed.value, again)
  return known ? isKnown(known) : success({ slug })
}
