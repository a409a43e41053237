import { screenAll } from '../../lib/comments/commands/screen'
import { db } from '../../lib/platform/db/client'
import type { Moderator, Role } from '../../lib/staff/rules/roles'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import type { SurveyInput } from '../../lib/surveys/schema'
import { choose, path, question } from './answers'
import { Client } from './client'
import { storedMember } from './staff'
import { storedSurvey } from './surveys'

/**
 * Returns a member of staff with `role`, as the authorisation check would: for commands that are called without a
 * request.
 */
export const member = async (role: Role = 'moderator') => (await storedMember(role)) as Moderator

export type Told = { survey: SurveyRecord; reader: Client; id: string }

/** Sends `text` in `survey` as a reader; the checks have run. */
export async function tell(survey: SurveyRecord, text: string, reader = new Client()): Promise<Told> {
  const answers = [{ questionId: question(survey, 'open').id, text }, choose(survey, 'single', 0)]
  const sent = await reader.json(path(survey, '/ballot'), { json: { answers } })
  if (sent.status > 201) throw new Error(`this comment was refused: ${JSON.stringify(sent.body)}`)
  await screenAll()
  const newest = await db().comment.findFirstOrThrow({
    where: { surveyId: survey.id, text },
    orderBy: { changedAt: 'desc' },
    select: { id: true },
  })
  return { survey, reader, id: newest.id }
}

/** Does the same in a survey of its own. */
export const told = async (text: string, changes: Partial<SurveyInput> = {}): Promise<Told> =>
  tell(await storedSurvey(changes), text)
