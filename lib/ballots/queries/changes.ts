import { db } from '../../platform/db/client'
import { secondsToChange } from '../rules/ceiling'

/** Seconds until a reader who has changed their ballot or its texts too often may do so again; 0 when they may now. */
export async function secondsToChangeAgain(
  surveyId: number,
  reader: Uint8Array<ArrayBuffer>,
  now = new Date(),
): Promise<number> {
  const [ballot, comments] = await Promise.all([
    db().ballot.findUnique({
      where: { surveyId_reader: { surveyId, reader } },
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
