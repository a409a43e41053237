import { chosenOptions } from '../../ballots/rules/tally-keys'
import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { type Outcome, refusal, success } from '../../platform/http/problem-codes'
import { localeOf } from '../../platform/i18n/locale'
import type { Moderator } from '../../staff/rules/roles'
import { optionName } from '../../surveys/rules/aspects'
import { foreignLanguage } from '../rules/text-language'
import { settledBefore } from '../rules/transitions'

/** A decision of the comment's history. */
export type PastDecision = {
  decision: string
  outcome: string
  /** The person who decided; if absent, `rule` did. */
  by?: string
  rule?: string
  reason?: string
  /** The provision that an illegal text was found to break. */
  law?: string
  note?: string
  at: string
  undone: boolean
  undoes: boolean
}

/** The context of a comment: earlier texts, decisions, and readers' reports. */
export type CommentDetail = {
  comment: string
  muted: boolean
  revisions: { number: number; text: string; language: string; at: string }[]
  decisions: PastDecision[]
  reports: { reason: string; law?: string; explanation?: string; weight: number; at: string; open: boolean }[]
  /** The author's other comments in this survey; no query can find those in another survey. */
  others: { comment: string; prompt: string; text: string; language: string; outcome?: string }[]
  /**
   * What the author answered, and their pseudonym. Hidden until this moderator has decided for good or asked for it.
   */
  author?: { pseudonym: string; answers: { prompt: string; labels: string[] }[] }
}

const PSEUDONYM_SHOWN = 8

/**
 * Returns whether this moderator may know the author of a revision. They asked, which was recorded, or their own
 * decision on it stands and can no longer be undone. A decision that was undone never reveals anything.
 */
async function mayKnowAuthor(moderator: Moderator, comment: string, revision: number, now: Date) {
  const [row] = await db().$queryRaw<{ may: boolean }[]>`/* mayKnowAuthor */
    SELECT EXISTS (
      SELECT FROM decision d
      WHERE d.comment_id = ${comment}::uuid AND d.revision = ${revision} AND d.staff_id = ${moderator.id}
        AND d.undoes IS NULL AND d.at < ${settledBefore(now)}
        AND NOT EXISTS (SELECT FROM decision u WHERE u.undoes = d.id)
    ) OR EXISTS (
      SELECT FROM reveal WHERE comment_id = ${comment}::uuid AND staff_id = ${moderator.id}
    ) AS may`
  return row?.may === true
}

const questionFields = {
  prompt: true,
  survey: { select: { article: { select: { language: true } } } },
} as const

async function authorOf(surveyId: number, reader: Uint8Array<ArrayBuffer>): Promise<CommentDetail['author']> {
  const ballot = await db().ballot.findUnique({
    where: { titleId_surveyId_reader: { titleId: TITLE, surveyId, reader } },
  })
  const chosen = chosenOptions(ballot?.cells ?? [])
  const options = await db().option.findMany({
    where: { id: { in: chosen } },
    orderBy: [{ questionId: 'asc' }, { position: 'asc' }],
    select: { label: true, aspect: true, questionId: true, question: { select: questionFields } },
  })
  const questions = new Map<number, { prompt: string; labels: string[] }>()
  for (const { label, aspect, questionId, question } of options) {
    const answer = questions.get(questionId) ?? { prompt: question.prompt, labels: [] }
    answer.labels.push(optionName({ label, aspect }, localeOf(question.survey.article.language)))
    questions.set(questionId, answer)
  }
  return {
    pseudonym: Buffer.from(reader).toString('hex').slice(0, PSEUDONYM_SHOWN),
    answers: [...questions.values()],
  }
}

const ofAuthor = { question: { select: { prompt: true } } } as const
const newestFirst = { orderBy: { id: 'desc' } } as const

/**
 * Returns what a moderator may know of a comment beyond its queue entry. In a second reading it reveals nothing of the
 * first decision. Refusal: `comment_not_found`.
 */
export async function findDetail(
  moderator: Moderator,
  comment: string,
  now = new Date(),
): Promise<Outcome<CommentDetail>> {
  const row = await db().comment.findUnique({
    where: { id: comment },
    include: {
      revisions: { orderBy: { number: 'desc' } },
      decisions: { ...newestFirst, include: { staff: { select: { name: true } } } },
      reports: newestFirst,
      survey: { select: { article: { select: { language: true } } } },
    },
  })
  if (!row) return refusal('comment_not_found')
  const { surveyId, reader } = row
  const ofSurvey = localeOf(row.survey.article.language)
  const reading = row.decisionId
    ? await db().secondReading.findFirst({ where: { decisionId: row.decisionId, outcome: null } })
    : null
  const blind = reading && row.decisions[0]?.staffId !== moderator.id ? reading.decisionId : undefined
  const [muted, others, known] = await Promise.all([
    db().mute.count({ where: { surveyId, reader, liftedAt: null } }),
    db().comment.findMany({
      where: { surveyId, reader, id: { not: comment }, erasedAt: null },
      orderBy: { createdAt: 'desc' },
      include: ofAuthor,
    }),
    mayKnowAuthor(moderator, comment, row.revision, now),
  ])
  const undone = new Set(row.decisions.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])))
  const author = known ? await authorOf(surveyId, reader) : undefined
  return success({
    comment,
    muted: muted > 0,
    revisions: row.revisions.map(({ number, text, createdAt }) => ({
      number,
      text,
      language: foreignLanguage(text, ofSurvey) ?? ofSurvey,
      at: createdAt.toISOString(),
    })),
    decisions: row.decisions
      // A person's decision about this text, even if undone, would reveal the first reading.
      .filter(({ revision, staffId, undoes }) => !blind || revision !== row.revision || !(staffId ?? undoes))
      .map(({ id, outcome, staff, rule, reason, law, note, at, undoes }) => ({
        decision: String(id),
        outcome,
        ...(staff ? { by: staff.name } : rule && { rule }),
        ...(reason && { reason }),
        ...(law && { law }),
        ...(note && { note }),
        at: at.toISOString(),
        undone: undone.has(id),
        undoes: undoes !== null,
      })),
    reports: row.reports.map(({ reason, law, explanation, weight, at, answerId }) => ({
      reason,
      ...(law && { law }),
      ...(explanation && { explanation }),
      weight,
      at: at.toISOString(),
      open: answerId === null || answerId === blind,
    })),
    others: others.map((other) => ({
      comment: other.id,
      prompt: other.question.prompt,
      text: other.text,
      language: other.language ?? ofSurvey,
      ...(other.outcome && { outcome: other.outcome }),
    })),
    ...(author && { author }),
  })
}
