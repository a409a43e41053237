import { findBallot } from '../../ballots/queries/ballot'
import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { ReaderData } from '../schema'
import { ownComments } from './own'

const hex = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString('hex') : null)

/** Returns all that is kept of a reader in one survey, for that reader; undefined for one who never answered there. */
export async function readerData(
  survey: SurveyRecord,
  reader: Uint8Array<ArrayBuffer>,
  now = new Date(),
): Promise<ReaderData | undefined> {
  const ballot = await findBallot(survey, reader)
  const where = { surveyId: survey.id, reader }
  const row = await db().ballot.findUnique({
    where: { titleId_surveyId_reader: { titleId: TITLE, ...where } },
    select: { receiptHash: true, source: true, seconds: true, network: true, quarantineId: true },
  })
  if (!ballot || !row) return undefined
  const history = await db().ballotEvent.findMany({
    where: { titleId: TITLE, ...where },
    orderBy: { id: 'asc' },
    select: { cells: true, at: true },
  })
  const revisions = await db().commentRevision.findMany({
    where: { comment: where },
    orderBy: [{ commentId: 'asc' }, { number: 'asc' }],
    select: { commentId: true, number: true, text: true, createdAt: true },
  })
  const decisions = await db().decision.findMany({
    where: { comment: where },
    orderBy: { id: 'asc' },
    select: {
      commentId: true,
      revision: true,
      outcome: true,
      rule: true,
      reason: true,
      law: true,
      note: true,
      at: true,
    },
  })
  const reports = await db().report.findMany({
    where: { surveyId: survey.id, reporter: reader },
    orderBy: { id: 'asc' },
    select: { commentId: true, reason: true, law: true, explanation: true, email: true, at: true },
  })
  const { view } = survey
  return {
    at: now.toISOString(),
    consultation: { slug: view.slug, title: view.title },
    reader: hex(reader) ?? '',
    receiptHash: hex(row.receiptHash) ?? '',
    ballot,
    arrival: { source: row.source, seconds: row.seconds, network: hex(row.network) },
    setAside: row.quarantineId !== null,
    history: history.map(({ cells, at }) => ({ cells, at: at.toISOString() })),
    comments: await ownComments(survey, reader),
    revisions: revisions.map(({ commentId, number, text, createdAt }) => ({
      comment: commentId,
      number,
      text,
      at: createdAt.toISOString(),
    })),
    decisions: decisions.map(({ commentId, at, ...decided }) => ({
      comment: commentId,
      ...decided,
      at: at.toISOString(),
    })),
    reports: reports.map(({ commentId, at, ...said }) => ({
      comment: commentId,
      ...said,
      at: at.toISOString(),
    })),
  }
}
