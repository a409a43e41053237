import { expect } from 'vitest'
import { castBallot } from '../../lib/ballots/commands/cast'
import { checkBallot } from '../../lib/ballots/rules/check'
import { checkOne } from '../../lib/operations/data-check'
import { db } from '../../lib/platform/db/client'
import type { Moderator } from '../../lib/staff/rules/roles'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { choose, question } from './answers'
import { courseAndRecount, tallyAndRecount } from './recount'
import { storedMember } from './staff'
import { storedSurvey } from './surveys'

/** The network of the stuffed ballots. */
export const STUFFER = '07'.repeat(8)
export const reader = (n: number) => new Uint8Array(Buffer.from(String(n).padStart(16, '0')))

/** Casts a ballot of reader `n` for the option at `place`; a stuffed one comes from one network without a form. */
export function cast(survey: SurveyRecord, n: number, place: number, stuffed = false, text?: string) {
  const answers = [
    choose(survey, 'single', place),
    ...(text ? [{ questionId: question(survey, 'open').id, text }] : []),
  ]
  const checked = checkBallot(survey.view.questions, { answers })
  if (!checked.ok) throw new Error(checked.problem.code)
  const honest = { source: 'none', seconds: 20 + (n % 90), network: String(n).padStart(16, '0') } as const
  const evidence = stuffed ? { network: STUFFER } : honest
  return castBallot(survey, reader(n), checked.value, undefined, evidence)
}

export const HONEST = 60
export const STUFFED = 50

/**
 * Creates a survey with honest ballots, two thirds of them «pour», and stuffed ones, all «contre» and without a form.
 */
export async function stuffedSurvey(survey?: SurveyRecord) {
  const stored = survey ?? (await storedSurvey())
  await Promise.all(Array.from({ length: HONEST }, (_, n) => cast(stored, n, n % 3 ? 0 : 1)))
  await Promise.all(Array.from({ length: STUFFED }, (_, n) => cast(stored, 1000 + n, 1, true)))
  return stored
}

export const moderatorOf = async () => (await storedMember('moderator')) as Moderator
/** Returns the only quarantine of a survey. Fails when there is another. */
export const only = async (survey: SurveyRecord) => {
  const rows = await db().quarantine.findMany({ where: { surveyId: survey.id } })
  expect(rows.length).toBe(1)
  return rows[0]?.id ?? 0
}
/** Fails unless tally, course and data check agree with a recount; returns the tally. */
export async function expectSound(survey: SurveyRecord) {
  const { tally, recount } = await tallyAndRecount(survey.id)
  expect(tally).toEqual(recount)
  const { course, recount: hours } = await courseAndRecount(survey.id)
  expect(course).toEqual(hours)
  expect(await checkOne(survey.view.slug)).toEqual([])
  return tally
}
