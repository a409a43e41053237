import type { Client } from 'pg'
import { createSurvey } from '../../lib/surveys/commands/create'
import { surveyInput } from '../testing/surveys'

/** One ballot in so many has a text, and one text in so many has the maximum length. */
const TEXT_EVERY = 10
const LONG_EVERY = 5_000

/**
 * Creates a survey with every kind of question and `count` ballots, by SQL. Answers vary over thirty days; every tenth
 * has a published text, now and then at full length. The tally is their sum. Returns its id and address.
 */
export async function surveyOf(client: Client, count: number): Promise<{ id: number; slug: string }> {
  const input = surveyInput()
  const id = await createSurvey(input)
  const { rows } = await client.query<{ kind: string; id: number; options: number[] }>(
    `SELECT q.kind::text, q.id, coalesce(array_agg(o.id ORDER BY o.position) FILTER (WHERE o.id IS NOT NULL), '{}') AS options
     FROM question q LEFT JOIN option o ON o.question_id = q.id WHERE q.survey_id = $1 GROUP BY q.id`,
    [id],
  )
  const of = (kind: string) => {
    const found = rows.find((row) => row.kind === kind)
    if (!found) throw new Error(`the survey of the bench has no ${kind} question`)
    return found
  }
  const [open, aspects, single, multiple, scale] = ['open', 'aspects', 'single', 'multiple', 'scale'].map(of)
  if (!open || !aspects || !single || !multiple || !scale) throw new Error('a question is missing')
  const one = (question: typeof open, seed: string) =>
    `'o' || (ARRAY[${question.options}])[1 + (${seed}) % ${question.options.length}]`
  const judged = (index: number, seed: string) =>
    `(ARRAY[${aspects.options.slice(3 * index, 3 * index + 3)}])[1 + (${seed}) % 3]`
  await client.query(
    `INSERT INTO ballot (survey_id, reader, cells, receipt_hash, cast_at, changed_at)
     SELECT ${id}, reader,
       ARRAY['b', 'v1', 'q${aspects.id}', 'o' || a1, 'o' || a2]
         || CASE WHEN a1 <> ${aspects.options[2]} AND a2 <> ${aspects.options[5]} THEN ARRAY['j' || a1 || '+' || a2] END
         || ARRAY['q${single.id}', ${one(single, 'n / 9')}, 'q${scale.id}', ${one(scale, 'n / 27')}]
         || CASE WHEN n % 4 > 0 THEN ARRAY['q${multiple.id}', ${one(multiple, 'n / 3')}] END
         || CASE WHEN n % ${TEXT_EVERY} = 0 THEN ARRAY['q${open.id}'] END,
       sha256(reader), at, at
     FROM (
       SELECT n, sha256(convert_to('reader ' || n, 'UTF8')) AS reader,
         ${judged(0, 'n')} AS a1, ${judged(1, 'n / 3')} AS a2,
         now() - make_interval(secs => (n::bigint * 7919 % (30 * 86400))::int) AS at
       FROM generate_series(1, ${count}) AS n
     ) AS reader`,
  )
  await client.query(
    `WITH said AS (
       INSERT INTO comment (survey_id, reader, question_id, text, changed_at)
       SELECT ${id}, sha256(convert_to('reader ' || n, 'UTF8')), ${open.id},
         CASE WHEN n % ${LONG_EVERY} = 0 THEN repeat('Été ', 1000)
           ELSE 'Avis n° ' || n || E' : « c’est trop cher », dit-on.\nEt pourtant… ' || repeat('Il faut voir. ', n % 12) END,
         now()
       FROM generate_series(${TEXT_EVERY}, ${count}, ${TEXT_EVERY}) AS n RETURNING id, survey_id
     )
     INSERT INTO decision (survey_id, comment_id, revision, outcome) SELECT survey_id, id, 1, 'published' FROM said`,
  )
  await client.query(
    `UPDATE comment c SET outcome = 'published', decision_id = d.id FROM decision d
     WHERE d.comment_id = c.id AND c.survey_id = ${id}`,
  )
  await client.query(
    `INSERT INTO tally (survey_id, cell, count)
     SELECT ${id}, cell, count(*) FROM ballot, unnest(cells) AS cell WHERE survey_id = ${id} GROUP BY cell`,
  )
  await client.query(
    `INSERT INTO tally_head (survey_id, seq, at, chain) VALUES (${id}, ${count}, now(), sha256(''))`,
  )
  await client.query('VACUUM ANALYZE ballot, comment, decision')
  return { id, slug: input.slug }
}
