import { randomBytes } from 'node:crypto'
import { articleKey } from '../../articles/rules/addresses/article-key'
import { publicationDate } from '../../articles/rules/addresses/publication'
import { db } from '../../platform/db/client'
import { isUniqueViolation } from '../../platform/db/errors'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import { findForDesk } from '../queries/desk'
import { type KnownArticle, knownArticle } from '../queries/known-article'
import { forgetSurvey } from '../queries/public'
import { changedFields } from '../rules/changed-fields'
import { maybeCorrection } from '../rules/correction'
import { checkDraft } from '../rules/draft'
import { questionOf } from '../rules/editing'
import { isPublic } from '../rules/lifecycle'
import { slugFrom } from '../rules/slug'
import type { Draft, QuestionInput } from '../schema'
import { moveAddress } from './article-address'
import { correctWording } from './correct'
import { newReaderKey } from './create'

/** Random bytes appended to an address that is taken. */
const SUFFIX_BYTES = 2
const MAX_TRIES = 5

/**
 * Milliseconds by which a change of wording must precede the opening: it must be on disk before the first ballot can
 * come.
 */
const MARGIN_MS = 5_000
const notOpenYet = () => ({ OR: [{ opensAt: null }, { opensAt: { gt: new Date(Date.now() + MARGIN_MS) } }] })

const articleOf = ({ title, sourceName, sourceUrl, publishedOn, summary, language }: Draft) => ({
  title: title.trim(),
  sourceName: sourceName.trim(),
  sourceUrl: sourceUrl.trim() || null,
  publishedOn: publicationDate(publishedOn) ?? null,
  summary: summary.trim(),
  language,
})

const questionRows = (questions: QuestionInput[]) =>
  questions.map(({ options = [], ...question }, position) => ({
    ...question,
    position,
    options: { create: options.map((option, place) => ({ ...option, position: place })) },
  }))

/** The job that polls a feed on an editor's behalf, not a person. It can only create drafts. */
export type FeedWatch = { feedId: number }

const authorOf = (by: Editor | FeedWatch) =>
  'feedId' in by ? { staffId: null, details: { feed: by.feedId } } : { staffId: by.id, details: {} }

/** A draft that was created, or the consultation that its article has already. */
export type Created = { slug: string; known?: KnownArticle }

/**
 * Creates a draft of an imported article, with an address from its title. Validates nothing yet: until it is saved or
 * published, a draft may lack its summary or have a question without choices. An article has one draft by its address: a
 * unique key decides between two processes. With `again` the article gets one more all the same.
 */
export async function createDraft(
  by: Editor | FeedWatch,
  draft: Omit<Draft, 'slug'>,
  questions: QuestionInput[],
  pastedText: string,
  { again = false } = {},
): Promise<Created> {
  const wanted = slugFrom(draft.title)
  const key = again ? undefined : articleKey(draft.sourceUrl)
  for (let tries = 0; ; tries++) {
    const slug = tries ? `${wanted}-${randomBytes(SUFFIX_BYTES).toString('hex')}` : wanted
    try {
      await db().survey.create({
        data: {
          slug,
          resultsVisibility: draft.resultsVisibility,
          moderationMode: draft.moderationMode,
          readerKey: newReaderKey(),
          article: {
            create: {
              ...articleOf({ ...draft, slug }),
              pastedText,
              ...(key && { address: { create: { key } } }),
            },
          },
          questions: { create: questionRows(questions) },
          changes: { create: { revision: 1, action: 'created', ...authorOf(by) } },
        },
      })
      return { slug }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const known = key && (await knownArticle(draft.sourceUrl))
      if (known) return { slug: known.slug, known }
      if (tries === MAX_TRIES) throw error
    }
  }
}

/**
 * Saves an editor's draft over revision `revision`, whole or not at all. Refusals: `invalid_survey` with its fields;
 * `edited_meanwhile` when another editor saved first; `slug_taken`; `not_possible_now` for an address readers already
 * know. And `wording_frozen` when a question would change after readers could answer it. Two ways avoid that. A new
 * version keeps the old questions and their answers; it is possible while the survey is open. A correction keeps the
 * meaning and is recorded in the history; it is possible once the survey is over, too. It is refused with
 * `not_a_correction` where more than words would change.
 */
export async function saveDraft(
  editor: Editor,
  slug: string,
  revision: number,
  draft: Draft,
  { asNewVersion = false, asCorrection = false } = {},
): Promise<Outcome<{ slug: string; revision: number }>> {
  const before = await findForDesk(editor, slug)
  if (!before) return refusal('survey_not_found')
  const fields = changedFields(before.draft, draft)
  const questions = checkDraft(draft, { asked: isPublic(before.status) && !fields.includes('questions') })
  if (!questions.ok) return questions
  if (before.revision !== revision) return refusal('edited_meanwhile')
  if (!fields.length) return success({ slug, revision })
  if (fields.includes('slug') && before.status !== 'draft') return refusal('not_possible_now')
  const reworded = fields.includes('questions')
  const published = reworded && isPublic(before.status)
  const correction = published && asCorrection
  const asked = before.draft.questions.map((question) => questionOf(question, before.draft.language))
  if (correction && !maybeCorrection(asked, questions.value)) return refusal('not_a_correction')
  const newVersion = published && !correction
  if (newVersion && !(asNewVersion && before.status === 'open')) return refusal('wording_frozen')
  const version = before.version + (newVersion ? 1 : 0)
  try {
    const saved = await db().$transaction(async (tx) => {
      const { count } = await tx.survey.updateMany({
        where: { id: before.id, revision, ...(reworded && !published && notOpenYet()) },
        data: {
          slug: draft.slug,
          resultsVisibility: draft.resultsVisibility,
          moderationMode: draft.moderationMode,
          revision: { increment: 1 },
          version,
        },
      })
      if (!count) return refusal('edited_meanwhile')
      const { articleId } = await tx.survey.findUniqueOrThrow({
        where: { id: before.id },
        select: { articleId: true },
      })
      await tx.article.update({ where: { id: articleId }, data: articleOf(draft) })
      if (fields.includes('sourceUrl')) await moveAddress(tx, articleId, draft.sourceUrl)
      const corrections = correction
        ? await correctWording(tx, { surveyId: before.id, version }, questions.value)
        : []
      if (reworded && !correction) {
        const replaced = { surveyId: before.id, version }
        await tx.option.deleteMany({ where: { question: replaced } })
        await tx.question.deleteMany({ where: replaced })
        for (const question of questionRows(questions.value)) {
          await tx.question.create({ data: { ...question, ...replaced } })
        }
      }
      await tx.surveyChange.create({
        data: {
          surveyId: before.id,
          revision: revision + 1,
          staffId: editor.id,
          action: correction ? 'corrected' : newVersion ? 'reworded' : 'edited',
          details: { fields, ...(correction && { corrections }) },
        },
      })
      return success({ slug: draft.slug, revision: revision + 1 })
    })
    // After the commit: a read before it would cache the old survey.
    forgetSurvey(slug)
    return saved
  } catch (error) {
    if (isUniqueViolation(error)) return refusal('slug_taken')
    throw error
  }
}
