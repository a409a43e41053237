import { type Fault, type Invariant, MAX_FAULTS } from '../../platform/db/invariant'
import { TITLE } from '../../platform/db/title'
import { type Asked, faultOfCells } from '../rules/cell-integrity'
import { ERASED_CELL } from '../rules/tally-keys'

/** Checks that a tally equals a recount of its ballots. */
const recount: Invariant = {
  name: 'tally equals recount',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'tally (survey ' || ${surveyId} || ', cell ' || coalesce(t.cell, r.cell) || ')' AS row,
      'says ' || coalesce(t.count, 0) || ', its ballots make ' || coalesce(r.count, 0) AS wrong
    FROM (SELECT cell, count FROM tally WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND count <> 0) AS t
    FULL JOIN (
      SELECT cell, count(*) AS count FROM ballot, unnest(cells) AS cell
      WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND quarantine_id IS NULL GROUP BY cell
    ) AS r ON r.cell = t.cell
    WHERE coalesce(t.count, 0) <> coalesce(r.count, 0)
    ORDER BY 1 LIMIT ${MAX_FAULTS}`,
}

/** Checks the same of the hours and sources that ballots are counted by. */
const course: Invariant = {
  name: 'hours equal recount',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'visit (survey ' || ${surveyId} || ', ' || to_char(hour, 'YYYY-MM-DD HH24:MI') || ', ' || source || ')' AS row,
      'says ' || coalesce(v.ballots, 0) || ', its ballots make ' || coalesce(r.ballots, 0) AS wrong
    FROM (
      SELECT hour, source, ballots FROM visit
      WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND ballots <> 0
    ) AS v
    FULL JOIN (
      SELECT date_trunc('hour', cast_at) AS hour, coalesce(source, 'unknown') AS source, count(*) AS ballots
      FROM ballot WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND cells <> '{}' AND quarantine_id IS NULL
      GROUP BY 1, 2
    ) AS r USING (hour, source)
    WHERE coalesce(v.ballots, 0) <> coalesce(r.ballots, 0)
    ORDER BY 1 LIMIT ${MAX_FAULTS}`,
}

/** Checks that a tally that has moved has a head, and that the head is not behind what was cited of it. */
const head: Invariant = {
  name: 'the head agrees with its tally',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'tally_head (survey ' || ${surveyId} || ')' AS row, wrong FROM (
      SELECT 'is missing, and there are counts' AS wrong
      WHERE NOT EXISTS (SELECT FROM tally_head WHERE title_id = ${TITLE} AND survey_id = ${surveyId})
        AND EXISTS (SELECT FROM tally WHERE title_id = ${TITLE} AND survey_id = ${surveyId})
      UNION ALL
      SELECT 'is at ' || h.seq || ', and results were cited at ' || max(s.seq)
      FROM tally_head h JOIN snapshot s USING (title_id, survey_id)
      WHERE h.title_id = ${TITLE} AND h.survey_id = ${surveyId} GROUP BY h.seq HAVING h.seq < max(s.seq)
      UNION ALL
      SELECT 'is at ' || seq || ', and sequences begin at 1' FROM tally_head
      WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND seq < 1
    ) AS found`,
}

/**
 * Checks that the newest entry of a ballot's history equals the ballot. One from before versions lacks the first
 * version's cell.
 */
const history: Invariant = {
  name: 'a ballot is the last state of its history',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'ballot (survey ' || ${surveyId} || ', reader ' || encode(b.reader, 'hex') || ')' AS row,
      CASE WHEN e.reader IS NULL THEN 'has no history' ELSE 'differs from the last entry of its history' END AS wrong
    FROM ballot b
    LEFT JOIN (
      SELECT DISTINCT ON (reader) reader, cells FROM ballot_event
      WHERE title_id = ${TITLE} AND survey_id = ${surveyId} ORDER BY reader, id DESC
    ) AS e ON e.reader = b.reader
    WHERE b.title_id = ${TITLE} AND b.survey_id = ${surveyId}
      AND (e.reader IS NULL OR (e.cells <> b.cells AND array_append(e.cells, 'v1') <> b.cells))
    ORDER BY b.reader LIMIT ${MAX_FAULTS}`,
}

type Shape = { reader: string; cells: string[] }
type AskedRow = Omit<Asked, 'options'> & { options: Asked['options'] | null }

/**
 * Checks that every ballot answers questions of one version, each in a possible way. The joint cell of an aspects
 * question must match its single ones. Each distinct ballot, of which there are few, is checked once.
 */
const cells: Invariant = {
  name: 'ballots hold only cells that go together',
  find: async (tx, surveyId) => {
    const asked = await tx.$queryRaw<AskedRow[]>`
      SELECT q.id, q.version, q.kind::text AS kind, (
        SELECT jsonb_agg(jsonb_build_object('id', o.id, 'aspect', o.aspect, 'stance', o.stance) ORDER BY o.position)
        FROM option o WHERE o.question_id = q.id
      ) AS options
      FROM question q WHERE q.survey_id = ${surveyId}`
    const questions = asked.map(({ options, ...question }) => ({ ...question, options: options ?? [] }))
    const faults: Fault[] = []
    let after: string[] = []
    for (;;) {
      const shapes = await tx.$queryRaw<Shape[]>`
        SELECT cells, min(encode(reader, 'hex')) AS reader FROM ballot
        WHERE title_id = ${TITLE} AND survey_id = ${surveyId} AND cells > ${after}::text[] GROUP BY cells ORDER BY cells
        LIMIT ${SHAPES}`
      for (const { reader, cells } of shapes) {
        const wrong = faultOfCells(cells, questions)
        if (wrong) faults.push({ row: `ballot (survey ${surveyId}, reader ${reader})`, wrong })
      }
      const last = shapes.at(-1)
      if (!last || shapes.length < SHAPES || faults.length >= MAX_FAULTS) return faults
      after = last.cells
    }
  },
}

/** Distinct ballots checked at a time. */
const SHAPES = 50_000

/** Checks that an erased ballot, not cast again since, holds no answer, nor does its history up to then. */
const erased: Invariant = {
  name: 'erased ballots are gone',
  find: (tx, surveyId) => tx.$queryRaw<Fault[]>`
    SELECT 'ballot (survey ' || ${surveyId} || ', reader ' || encode(b.reader, 'hex') || ')' AS row,
      'was erased, and answers of it are left' AS wrong
    FROM erasure x JOIN ballot b USING (receipt_hash)
    WHERE b.title_id = ${TITLE} AND b.survey_id = ${surveyId} AND (
      b.changed_at <= x.at AND (b.cells <> '{}' OR b.previous <> '{}')
      OR EXISTS (
        SELECT FROM ballot_event e
        WHERE e.title_id = b.title_id AND e.survey_id = b.survey_id AND e.reader = b.reader AND e.at <= x.at
          AND e.cells <> '{}' AND e.cells <> ${[ERASED_CELL]}
      )
    )
    ORDER BY b.reader LIMIT ${MAX_FAULTS}`,
}

export const ballotInvariants: Invariant[] = [recount, course, head, history, cells, erased]
