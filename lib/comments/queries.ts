import { db } from '../db'

export type PublishedComment = { id: string; questionId: number; text: string; at: string }

/** A page of comments is read in a minute or two; more of them are a click away, not a longer page. */
export const COMMENTS_SHOWN = 20

/** The newest comments whose current revision was published by the last decision on it. */
export async function publishedComments(slug: string, take = COMMENTS_SHOWN): Promise<PublishedComment[]> {
  const rows = await db().$queryRaw<{ id: string; question_id: number; text: string; at: Date }[]>`
    SELECT c.id, c.question_id, c.text, d.at
    FROM comment c
    JOIN survey s ON s.id = c.survey_id
    JOIN LATERAL (
      SELECT outcome, at FROM decision
      WHERE comment_id = c.id AND revision = c.revision ORDER BY id DESC LIMIT 1
    ) d ON d.outcome = 'published'
    WHERE s.slug = ${slug} AND c.withdrawn_at IS NULL
    ORDER BY d.at DESC, c.id LIMIT ${take}`
  return rows.map((row) => ({
    id: row.id,
    questionId: row.question_id,
    text: row.text,
    at: row.at.toISOString(),
  }))
}

/** Comments that wait for a first decision on what they now say, oldest first: for the shell. */
export async function undecidedComments(take: number) {
  return db().$queryRaw<{ id: string; slug: string; text: string }[]>`
    SELECT c.id, s.slug, c.text FROM comment c JOIN survey s ON s.id = c.survey_id
    WHERE c.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT FROM decision d WHERE d.comment_id = c.id AND d.revision = c.revision)
    ORDER BY c.created_at, c.id LIMIT ${take}`
}
