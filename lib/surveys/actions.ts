'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { addressInput } from '../articles/schema'
import { type FormState, refusedForm, textOf } from '../platform/http/form-state'
import { type Outcome, type Problem, refusal } from '../platform/http/problem-codes'
import { pageLocale } from '../platform/i18n/next-intl'
import { action, form, state } from '../staff/gate'
import { type Brought, type BroughtIn, bringIn } from './commands/bring-in'
import { saveDraft } from './commands/drafts'
import { addFeed, removeFeed, retryFeed } from './commands/feeds'
import {
  archiveSurvey,
  closeSurvey,
  publishSurvey,
  reopenSurvey,
  setClosing,
  unschedule,
} from './commands/lifecycle'
import { type DeskSurvey, findForDesk } from './queries/desk'
import { occurrenceField } from './rules/ambiguous-time'
import { readTime } from './rules/times'
import { besideWords, tooLong, withWords, wordsIn } from './rules/words-form'
import { draftInput, revisionInput, slugInput } from './schema'

/**
 * The outcome of a save. For two editors in conflict, `current` is what the other saved. Where the questions may not
 * simply change, `stake` is how many answers they have by now.
 */
export type Saved = Outcome<{ slug: string; revision: number }> & {
  current?: DeskSurvey | undefined
  stake?: number | undefined
}
/** The outcome of an act on a consultation, with its new revision. */
export type Moved = Outcome<{ revision: number }>

const feedId = z.coerce.number().pipe(z.int32().positive())
const BROUGHT = ['text', 'title', 'sourceName', 'sourceUrl', 'publishedOn'] as const

const timeIn = (given: FormData, name: string) =>
  readTime(textOf(given, name), textOf(given, occurrenceField(name)), name)

/** Returns the faults of all of `read`, each beside its field. */
const faultsOf = (...read: Outcome<unknown>[]) =>
  read.flatMap((one) => (one.ok ? [] : (one.problem.fields ?? [])))

function shown(slug: string) {
  revalidatePath('/redaction')
  revalidatePath(`/consultations/${slug}`)
}

/** The outcome of bringing in an article that made no draft; `known` is the consultation that the article has. */
export type NotBroughtIn = Outcome<never> & Pick<BroughtIn, 'known'>

/**
 * Creates a draft from the posted article, and redirects to its review. An article that has a consultation gets another
 * only where the form says `again`.
 */
export const bringInArticle = action('editor', [form], async (editor, given): Promise<NotBroughtIn> => {
  const brought = Object.fromEntries(BROUGHT.map((name) => [name, textOf(given, name)]))
  const made = await bringIn(editor, brought as Brought, { again: textOf(given, 'again') === 'yes' })
  if (!made.ok) return made
  revalidatePath('/redaction')
  redirect(`/redaction/${made.value.slug}`)
})

export const saveSurvey = action(
  'editor',
  [slugInput, revisionInput, z.unknown(), z.enum(['version', 'correction']).optional()],
  async (editor, slug, revision, given, as): Promise<Saved> => {
    const draft = draftInput.safeParse(given)
    if (!draft.success) return refusal('invalid_request')
    const saved = await saveDraft(editor, slug, revision, draft.data, {
      asNewVersion: as === 'version',
      asCorrection: as === 'correction',
    })
    if (saved.ok) shown(slug)
    const code = saved.ok ? undefined : saved.problem.code
    if (code === 'edited_meanwhile') return { ...saved, current: await findForDesk(editor, slug) }
    if (code === 'wording_frozen' || code === 'not_a_correction')
      return { ...saved, stake: (await findForDesk(editor, slug))?.ballots }
    return saved
  },
)

/** The form of the words after it was sent; `stake` where a change of published words awaits the editor's choice. */
export type WordsState = FormState & { stake?: { answers: number; correctable: boolean } }

/**
 * Saves the words of the questions from a plain form, which works without JavaScript. What was typed comes back with
 * each refusal.
 */
export const saveQuestionWords = action(
  'editor',
  [slugInput, state, form],
  async (editor, slug, _state, given): Promise<WordsState> => {
    const words = wordsIn(given)
    const as = textOf(given, 'as')
    const refuse = async ({ fields, ...problem }: Problem): Promise<WordsState> =>
      refusedForm(await pageLocale(), { ...problem, ...(fields && { fields: besideWords(fields) }) }, words)
    const survey = await findForDesk(editor, slug)
    if (!survey) return refuse({ code: 'survey_not_found' })
    const draft = withWords(survey.draft, words)
    const long = tooLong(draft)
    if (long.length) return refuse({ code: 'invalid_survey', fields: long })
    const saved = await saveDraft(editor, slug, Number(textOf(given, 'revision')), draft, {
      asNewVersion: as === 'version',
      asCorrection: as === 'correction',
    })
    if (saved.ok) {
      shown(slug)
      return { errors: [], typed: { saved: String(saved.value.revision) } }
    }
    const { code } = saved.problem
    const refused = await refuse(saved.problem)
    if (code !== 'wording_frozen' && code !== 'not_a_correction') return refused
    return { ...refused, stake: { answers: survey.ballots, correctable: code === 'wording_frozen' } }
  },
)

export const publish = action(
  'editor',
  [slugInput, revisionInput, form],
  async (editor, slug, revision, given): Promise<Moved> => {
    const [opensAt, closesAt] = [timeIn(given, 'opensAt'), timeIn(given, 'closesAt')]
    if (!opensAt.ok || !closesAt.ok) return refusal('invalid_survey', faultsOf(opensAt, closesAt))
    const times = { opensAt: opensAt.value, closesAt: closesAt.value }
    const moved = await publishSurvey(editor, slug, revision, times)
    if (moved.ok) shown(slug)
    return moved
  },
)

export const changeClosing = action(
  'editor',
  [slugInput, revisionInput, form],
  async (editor, slug, revision, given): Promise<Moved> => {
    const closesAt = timeIn(given, 'closesAt')
    if (!closesAt.ok) return closesAt
    const moved = await setClosing(editor, slug, revision, closesAt.value)
    if (moved.ok) shown(slug)
    return moved
  },
)

const moves = { unschedule, close: closeSurvey, reopen: reopenSurvey, archive: archiveSurvey }

export const moveSurvey = action(
  'editor',
  [slugInput, revisionInput, z.enum(Object.keys(moves) as (keyof typeof moves)[])],
  async (editor, slug, revision, name): Promise<Moved> => {
    const moved = await moves[name](editor, slug, revision)
    if (moved.ok) shown(slug)
    return moved
  },
)

export const watchFeed = action('editor', [addressInput], async (editor, address) => {
  const added = await addFeed(editor, address)
  if (added.ok) revalidatePath('/redaction/flux')
  return added
})

export const unwatchFeed = action('editor', [feedId], async (editor, id) => {
  await removeFeed(editor, id)
  revalidatePath('/redaction/flux')
})

export const retryFeedAction = action('editor', [feedId], async (editor, id) => {
  await retryFeed(editor, id)
  revalidatePath('/redaction/flux')
})
