import { db, type Prisma } from '../../platform/db/client'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import { findForDesk } from '../queries/desk'
import { forgetSurvey } from '../queries/public'
import { checkDraft } from '../rules/draft'
import type { SurveyStatus } from '../schema'

/** The acts that move a consultation through its life. */
export type LifeAction =
  | 'scheduled'
  | 'opened'
  | 'unscheduled'
  | 'closed'
  | 'reopened'
  | 'closing_set'
  | 'archived'

/** The states in which each act of an editor is possible. */
const FROM: Record<LifeAction, SurveyStatus[]> = {
  scheduled: ['draft', 'scheduled'],
  opened: ['draft', 'scheduled'],
  unscheduled: ['scheduled'],
  closed: ['open'],
  reopened: ['closed'],
  closing_set: ['open', 'scheduled'],
  archived: ['closed'],
}

type Moved = { revision: number }
type Move = {
  slug: string
  revision: number
  action: LifeAction
  data: Prisma.SurveyUpdateManyMutationInput
  /** What else must hold at the time of writing. */
  where?: Prisma.SurveyWhereInput
}

async function move(editor: Editor, { slug, revision, action, data, where }: Move): Promise<Outcome<Moved>> {
  const survey = await findForDesk(editor, slug)
  if (!survey) return refusal('survey_not_found')
  if (survey.revision !== revision) return refusal('edited_meanwhile')
  if (!FROM[action].includes(survey.status)) return refusal('not_possible_now')
  if (action === 'opened' || action === 'scheduled') {
    const checked = checkDraft(survey.draft)
    if (!checked.ok) return checked
  }
  const moved = await db().$transaction(async (tx) => {
    const { count } = await tx.survey.updateMany({
      where: { ...where, id: survey.id, revision },
      data: { ...data, revision: { increment: 1 } },
    })
    if (!count) return refusal('edited_meanwhile')
    if (action !== 'scheduled' && action !== 'unscheduled') {
      await tx.article.updateMany({
        where: { surveys: { some: { id: survey.id } } },
        data: { pastedText: null },
      })
    }
    await tx.surveyChange.create({
      data: { surveyId: survey.id, revision: revision + 1, staffId: editor.id, action, details: {} },
    })
    return success({ revision: revision + 1 })
  })
  // After the commit: a read before it would cache the old survey.
  forgetSurvey(slug)
  return moved
}

const badTimes = () =>
  refusal('invalid_survey', [{ code: 'bad_times', path: ['closesAt'], field: 'closesAt' }])

/**
 * How long before now an opening may be: somebody chose the present minute, and pressed the button a little later. An
 * earlier one is a wrong day or year, and would open at once what was meant for later.
 */
const MAX_LATE_MS = 10 * 60_000
const pastTime = (field: 'opensAt' | 'closesAt') =>
  refusal('invalid_survey', [{ code: 'time_past', path: [field], field }])

/**
 * Opens a draft to readers: now, or at `opensAt`; until `closesAt` if there is one. Deletes the pasted text. Refuses an
 * opening in the past with `time_past`.
 */
export async function publishSurvey(
  editor: Editor,
  slug: string,
  revision: number,
  times: { opensAt: Date | undefined; closesAt: Date | undefined },
  now = new Date(),
): Promise<Outcome<Moved>> {
  if (times.opensAt && times.opensAt.getTime() < now.getTime() - MAX_LATE_MS) return pastTime('opensAt')
  const later = times.opensAt && times.opensAt > now ? times.opensAt : undefined
  const opensAt = later ?? now
  if (times.closesAt && times.closesAt <= opensAt) return badTimes()
  const data = { opensAt, closesAt: times.closesAt ?? null }
  return move(editor, { slug, revision, action: later ? 'scheduled' : 'opened', data })
}

/**
 * Changes when an open or scheduled survey closes; undefined for no end. Refuses a time in the past (`time_past`) and one
 * before the opening (`bad_times`).
 */
export async function setClosing(
  editor: Editor,
  slug: string,
  revision: number,
  closesAt: Date | undefined,
  now = new Date(),
) {
  if (closesAt && closesAt <= now) return pastTime('closesAt')
  const { opensAt } = (await findForDesk(editor, slug)) ?? {}
  if (closesAt && opensAt && closesAt <= new Date(opensAt)) return badTimes()
  return move(editor, { slug, revision, action: 'closing_set', data: { closesAt: closesAt ?? null } })
}

/** Turns a scheduled survey back into a draft. */
export const unschedule = (editor: Editor, slug: string, revision: number) =>
  move(editor, { slug, revision, action: 'unscheduled', data: { opensAt: null, closesAt: null } })

/** Closes an open survey now. */
export const closeSurvey = (editor: Editor, slug: string, revision: number, now = new Date()) =>
  move(editor, { slug, revision, action: 'closed', data: { closesAt: now } })

/**
 * Reopens a closed survey. Refusal beside the others: `reader_key_gone` once its readers can no longer be recognised
 * (keys.ts). Each of them could answer a second time.
 */
export async function reopenSurvey(editor: Editor, slug: string, revision: number): Promise<Outcome<Moved>> {
  // Without the key in the condition, the hourly job could destroy it between a check and the write.
  const moved = await move(editor, {
    slug,
    revision,
    action: 'reopened',
    data: { closesAt: null },
    where: { readerKey: { not: new Uint8Array() } },
  })
  if (moved.ok || moved.problem.code !== 'edited_meanwhile') return moved
  const gone = await db().survey.count({ where: { slug, revision, readerKey: new Uint8Array() } })
  return gone ? refusal('reader_key_gone') : moved
}

/** Archives a closed survey. */
export const archiveSurvey = (editor: Editor, slug: string, revision: number, now = new Date()) =>
  move(editor, { slug, revision, action: 'archived', data: { archivedAt: now } })
