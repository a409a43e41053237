import { coalesce } from '../coalesce'
import { db } from '../db'
import { oncePerProcess } from '../process'

export type PublishedComment = { id: string; questionId: number; text: string; at: string }

/** A page of comments is read in a minute or two; more of them are a click away, not a longer page. */
const COMMENTS_SHOWN = 20

type Row = { id: string; question_id: number; text: string; at: Date }

/**
 * From the newest decision backwards, so that the cost is that of what is shown. A comment is shown while its
 * author's ballot still has its answer: whatever became of the ballot meanwhile, a withdrawn text is not.
 */
async function readPublished(surveyId: number): Promise<PublishedComment[]> {
  const rows = await db().$queryRaw<Row[]>`/* readPublished */
    SELECT c.id, c.question_id, c.text, d.at
    FROM decision d
    JOIN comment c ON c.id = d.comment_id AND c.revision = d.revision AND c.withdrawn_at IS NULL
    JOIN ballot b ON b.survey_id = c.survey_id AND b.reader = c.reader
      AND 'q' || c.question_id = ANY (b.cells)
    WHERE d.survey_id = ${surveyId} AND d.outcome = 'published'
      AND NOT EXISTS (
        SELECT FROM decision later
        WHERE later.comment_id = d.comment_id AND later.revision = d.revision AND later.id > d.id
      )
    ORDER BY d.at DESC, d.id DESC LIMIT ${COMMENTS_SHOWN}`
  return rows.map((row) => ({
    id: row.id,
    questionId: row.question_id,
    text: row.text,
    at: row.at.toISOString(),
  }))
}

const sharedComments = () => oncePerProcess('comments', () => coalesce(readPublished))

/** The newest comments whose current revision was published by the last decision on it. */
export const publishedComments = (surveyId: number): Promise<PublishedComment[]> => sharedComments()(surveyId)

/** Comments that wait for a first decision on what they now say, oldest first: for the shell. */
export async function undecidedComments(take: number) {
  return db().$queryRaw<{ id: string; revision: number; slug: string; text: string }[]>`
    SELECT c.id, c.revision, s.slug, c.text FROM comment c
    JOIN survey s ON s.id = c.survey_id
    JOIN ballot b ON b.survey_id = c.survey_id AND b.reader = c.reader
      AND 'q' || c.question_id = ANY (b.cells)
    WHERE c.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT FROM decision d WHERE d.comment_id = c.id AND d.revision = c.revision)
    ORDER BY c.created_at, c.id LIMIT ${take}`
}
