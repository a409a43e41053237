import { tallyKeysOf } from '../../lib/ballots/rules/tally-keys'
import { db } from '../../lib/platform/db/client'
import type { SurveyRecord } from '../../lib/surveys/queries/public'

export type Sent = {
  at: number
  network: number
  /** Which of the 65,536 links of an IPv6 /48, where the network is one. */
  link?: number
  seconds?: number
  choices: number[]
  stuffed?: boolean
}

/** Returns a random generator with the same sequence in every run: mulberry32. */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Returns a realistic time from page to answer: half of them more than 45 seconds, some ten minutes. */
export const naturalSeconds = (chance: () => number) =>
  Math.round(45 * Math.exp(Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance()) * 0.8)) +
  3

/** Returns an answer to each question of `surveyInput` that has options, with the uneven shares of real readers. */
export const opinion = (chance: () => number) =>
  [2, 2, 3, 5].map((options) => Math.floor(chance() ** 1.5 * options))

/** Returns the cells of a ballot with these choices: of the first aspect, the second, of the single and the scale. */
function cellsFor(
  { view: { questions, version } }: SurveyRecord,
  [one = 0, other = 0, single = 0, scale = 0]: number[],
) {
  const places: Record<string, number[]> = { aspects: [one, 3 + other], single: [single], scale: [scale] }
  const answers = questions.flatMap((question) => {
    const options = places[question.kind]?.flatMap((place) => question.options[place] ?? [])
    return options ? [{ question, options }] : []
  })
  return tallyKeysOf(answers, version)
}

const readerOf = (number: number, stuffed: boolean) =>
  new Uint8Array(Buffer.from(`${stuffed ? 'stuffed' : 'honest '}${String(number).padStart(9, '0')}`))

/** Ballots that one statement stores without a timeout, also on a busy machine. */
const BATCH = 4_000

type Stored = Sent & { reader: Uint8Array<ArrayBuffer>; cells: string }

const store = (surveyId: number, given: Stored[], since: Date) => db().$executeRaw`
  WITH given AS (
    SELECT reader, string_to_array(cells, ' ') AS cells, ${since}::timestamptz + make_interval(secs => at) AS at,
      seconds, CASE WHEN seconds IS NOT NULL THEN 'none' END AS source, CASE
        WHEN link IS NULL THEN int8send(network)
        ELSE int8send(network) || int4send(link / 256) || int4send(link % 256) END AS network
    FROM unnest(
      ${given.map(({ reader }) => reader)}::bytea[],
      ${given.map(({ cells }) => cells)}::text[],
      ${given.map(({ at }) => at)}::float8[],
      ${given.map(({ seconds }) => seconds ?? null)}::int[],
      ${given.map(({ network }) => network)}::int[],
      ${given.map(({ link }) => link ?? null)}::int[]
    ) AS g (reader, cells, at, seconds, network, link)
  ),
  stored AS (
    INSERT INTO ballot (survey_id, reader, cells, receipt_hash, source, seconds, network, cast_at, changed_at)
    SELECT ${surveyId}, reader, cells, reader, source, seconds, network, at, at FROM given
  )
  INSERT INTO ballot_event (survey_id, reader, cells, at) SELECT ${surveyId}, reader, cells, at FROM given`

/** Stores ballots as if they had come at those times, with their history, their tally and their course by hours. */
export async function storeStream(survey: SurveyRecord, sent: Sent[], since: Date) {
  const surveyId = survey.id
  const given = sent
    .map((one, n) => ({
      ...one,
      reader: readerOf(n, one.stuffed ?? false),
      cells: cellsFor(survey, one.choices).join(' '),
    }))
    .sort((one, other) => one.at - other.at)
  for (let from = 0; from < given.length; from += BATCH)
    await store(surveyId, given.slice(from, from + BATCH), since)
  await db().$executeRaw`
    INSERT INTO tally (survey_id, cell, count) SELECT survey_id, cell, count(*) FROM ballot, unnest(cells) AS cell
    WHERE survey_id = ${surveyId} GROUP BY 1, 2`
  await db().$executeRaw`
    INSERT INTO tally_head (survey_id, seq, at, chain) VALUES (${surveyId}, 1, now(), sha256(''))`
  await db().$executeRaw`
    INSERT INTO visit (survey_id, hour, source, ballots)
    SELECT survey_id, date_trunc('hour', cast_at), coalesce(source, 'unknown'), count(*) FROM ballot
    WHERE survey_id = ${surveyId} GROUP BY 1, 2, 3`
}

/** Returns how many of the honest and of the stuffed ballots do not count. */
export async function setAsideOf(surveyId: number) {
  const [row] = await db().$queryRaw<{ honest: number; stuffed: number }[]>`
    SELECT count(*) FILTER (WHERE reader LIKE convert_to('honest%', 'UTF8'))::int AS honest,
      count(*) FILTER (WHERE reader LIKE convert_to('stuffed%', 'UTF8'))::int AS stuffed
    FROM ballot WHERE survey_id = ${surveyId} AND quarantine_id IS NOT NULL`
  return row ?? { honest: 0, stuffed: 0 }
}

type Crowd = { size: number; seconds: number; networks: number }

/**
 * Returns readers of at most `networks` networks through a day of `seconds`: a few large ones, as mobile operators have,
 * and thousands with one or two.
 */
export const honestDay = (chance: () => number, { size, seconds, networks }: Crowd): Sent[] =>
  Array.from({ length: size }, () => ({
    // More of them at noon than at night.
    at: seconds * ((chance() + chance()) / 2),
    network: Math.floor(networks * chance() ** 3),
    // Some come through a newsroom's app, and a few correct a form that was returned to them.
    ...(chance() < 0.98 && { seconds: chance() < 0.01 ? 1 : naturalSeconds(chance) }),
    choices: opinion(chance),
  }))
