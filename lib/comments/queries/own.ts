import { db } from '../../platform/db/client'
import type { SurveyRecord } from '../../surveys/queries/public'
import type { Reason } from '../rules/reasons'
import type { OwnComment } from '../schema'
import { originOf } from './origin'
import { countOthers } from './others'

const decisionFields = {
  id: true,
  outcome: true,
  staffId: true,
  rule: true,
  reason: true,
  law: true,
  note: true,
  charterVersion: true,
  at: true,
  undoes: true,
} as const

/** Returns a reader's own comments in a survey, with their outcome. */
export async function ownComments(
  { id: surveyId }: SurveyRecord,
  reader: Uint8Array<ArrayBuffer>,
): Promise<OwnComment[]> {
  const rows = await db().comment.findMany({
    where: { surveyId, reader },
    orderBy: { question: { position: 'asc' } },
    include: {
      question: { select: { prompt: true } },
      decision: { select: decisionFields },
      appeals: { orderBy: { id: 'desc' }, take: 1 },
    },
  })
  return Promise.all(rows.map(viewOf))
}

type Row = Awaited<ReturnType<typeof readRow>>
const readRow = () =>
  db().comment.findFirstOrThrow({
    include: {
      question: { select: { prompt: true } },
      decision: { select: decisionFields },
      appeals: true,
    },
  })

function stateOf(row: Row): OwnComment['state'] {
  if (row.erasedAt) return 'erased'
  if (row.withdrawnAt) return 'withdrawn'
  return row.outcome ?? 'received'
}

async function viewOf(row: Row): Promise<OwnComment> {
  const { decision } = row
  const state = stateOf(row)
  const [latest] = row.appeals
  const answer = latest?.answerId
    ? await db().decision.findUnique({ where: { id: latest.answerId }, select: decisionFields })
    : undefined
  const appealed =
    latest && answer
      ? await db().decision.findUnique({ where: { id: latest.decisionId }, select: { staffId: true } })
      : undefined
  const rejected = state === 'rejected' && decision
  const origin = rejected && (await originOf(rejected))
  const wasPublished =
    origin &&
    (await db().decision.count({
      // An edited text was not visible: only its earlier version was.
      where: { commentId: row.id, revision: row.revision, outcome: 'published', id: { lt: origin.id } },
    })) > 0
  const secondPerson =
    rejected && rejected.staffId !== null && (await countOthers(db(), rejected.staffId)) > 0
  return {
    id: row.id,
    questionId: row.questionId,
    prompt: row.question.prompt,
    revision: row.revision,
    text: row.text,
    ...(row.language && { language: row.language }),
    sentAt: row.changedAt.toISOString(),
    state,
    ...(rejected &&
      origin && {
        statement: {
          decision: String(origin.id),
          reason: decision.reason as Reason,
          ...(decision.law && { law: decision.law }),
          ...(decision.rule && { rule: decision.rule }),
          automated: decision.staffId === null && decision.rule !== 'shell',
          ...(decision.note && { note: decision.note }),
          ...(decision.charterVersion !== null && { charterVersion: decision.charterVersion }),
          at: origin.at.toISOString(),
          wasPublished: Boolean(wasPublished),
          secondPerson: Boolean(secondPerson),
        },
      }),
    ...(latest && {
      appeal: {
        text: latest.text,
        at: latest.at.toISOString(),
        dueAt: latest.dueAt.toISOString(),
        ...(answer && {
          answer: {
            outcome: answer.outcome,
            at: answer.at.toISOString(),
            bySame: answer.staffId !== null && answer.staffId === appealed?.staffId,
          },
        }),
        // Nobody will answer: the moderators' queue has appeals against the decision in force alone.
        ...(!answer &&
          (state !== 'rejected' || latest.decisionId !== decision?.id) && { moot: true as const }),
      },
    }),
    canAppeal: Boolean(
      rejected &&
        origin &&
        latest?.decisionId !== decision.id &&
        (!latest?.answerId || ![decision.id, origin.id].includes(latest.answerId)),
    ),
  }
}
