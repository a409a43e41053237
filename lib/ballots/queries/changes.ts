import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { secondsToChange } from '../rules/change-limit'

/** Returns the seconds until a reader who has changed their ballot or its texts too often may do so again; 0 if now. */
export async function secondsToChangeAgain(
  surveyId: number,
  reader: Uint8Array<ArrayBuffer>,
  now = new Date(),
): Promise<number> {
  const [ballot, comments] = await Promise.all([
    db().ballot.findUnique({
      where: { titleId_surveyId_reader: { titleId: TITLE, surveyId, reader } },
      select: { revision: true, castAt: true },
    }),
    db().comment.findMany({ where: { surveyId, reader }, select: { revision: true, createdAt: true } }),
  ])
  const known = [
    ...(ballot ? [{ revision: ballot.revision, since: ballot.castAt }] : []),
    ...comments.map(({ revision, createdAt }) => ({ revision, since: createdAt })),
  ]
  return Math.max(0, ...known.map(({ revision, since }) => secondsToChange(revision, since, now)))
}

/** Returns how often a reader's ballot has been written with other answers; 0 where there is none. */
export async function revisionOf(surveyId: number, reader: Uint8Array<ArrayBuffer>): Promise<number> {
  const where = { titleId_surveyId_reader: { titleId: TITLE, surveyId, reader } }
  return (await db().ballot.findUnique({ where, select: { revision: true } }))?.revision ?? 0
}
