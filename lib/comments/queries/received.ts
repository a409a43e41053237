import { db } from '../../platform/db/client'

/** A comment that the checks have not seen yet, with the context they need. */
export type Received = {
  id: string
  revision: number
  text: string
  surveyId: number
  slug: string
  language: string
  closesAt: Date | null
  mode: 'before' | 'after' | 'first_only'
  reader: Uint8Array<ArrayBuffer>
  sentAt: Date
  muted: boolean
  publishedBefore: boolean
}

/** Returns the oldest `take` comments without a decision on their present text. */
export async function receivedComments(take: number): Promise<Received[]> {
  return db().$queryRaw<Received[]>`/* receivedComments */
    SELECT c.id, c.revision, c.text, c.survey_id AS "surveyId", s.slug, a.language, s.closes_at AS "closesAt",
      s.moderation_mode::text AS mode, c.reader, c.changed_at AS "sentAt",
      EXISTS (
        SELECT FROM mute m WHERE m.survey_id = c.survey_id AND m.reader = c.reader AND m.lifted_at IS NULL
      ) AS muted,
      EXISTS (
        SELECT FROM comment o JOIN decision d ON d.comment_id = o.id AND d.outcome = 'published'
        WHERE o.survey_id = c.survey_id AND o.reader = c.reader
      ) AS "publishedBefore"
    FROM comment c
    JOIN survey s ON s.id = c.survey_id
    JOIN article a ON a.id = s.article_id
    WHERE c.outcome IS NULL AND c.withdrawn_at IS NULL
    ORDER BY c.changed_at, c.id LIMIT ${take}`
}

/** Maximum repetitions counted: more make no difference. */
const MAX_SAME = 10

/** Counts the other comments of its survey with each fingerprint: by the same reader, and by others. */
export async function sameWords(
  comments: { id: string; surveyId: number; reader: Uint8Array; fingerprint: Uint8Array | null }[],
): Promise<{ byReader: number; byOthers: number }[]> {
  return db().$queryRaw<{ byReader: number; byOthers: number }[]>`/* sameWords */
    SELECT count(o.id) FILTER (WHERE o.reader = i.reader)::int AS "byReader",
      count(o.id) FILTER (WHERE o.reader <> i.reader)::int AS "byOthers"
    FROM unnest(
      ${comments.map(({ id }) => id)}::uuid[],
      ${comments.map(({ surveyId }) => surveyId)}::int[],
      ${comments.map(({ reader }) => reader)}::bytea[],
      ${comments.map(({ fingerprint }) => fingerprint)}::bytea[]
    ) WITH ORDINALITY AS i (id, survey_id, reader, fingerprint, n)
    LEFT JOIN LATERAL (
      SELECT c.id, c.reader FROM comment c
      WHERE c.survey_id = i.survey_id AND c.fingerprint = i.fingerprint AND c.id <> i.id AND c.withdrawn_at IS NULL
      LIMIT ${MAX_SAME}
    ) AS o ON true
    GROUP BY i.n ORDER BY i.n`
}
