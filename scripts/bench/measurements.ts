/** The parts of a bench. Subjects take turns, so that the machine's other work affects all of them. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createSurvey } from '../../lib/surveys/commands/create'
import { findSurvey, type SurveyRecord } from '../../lib/surveys/queries/public'
import { demoSurvey } from '../../prisma/demo'
import { checkBallots, checkPlain } from './checks'
import type { Stage } from './environment'
import { type Measured, measure, type Subject } from './measure'
import { medianOf, medianRatio } from './medians'
import { load, residentMegabytes, type Server } from './processes'
import { direct } from './references/direct'
import { plainVotes, reading, realVotes } from './requests'
import { fillSurvey } from './tables'

export type Size = { seconds: number; rounds: number; ballots: [few: number, many: number]; memory: number }

const CONNECTIONS = 64
const MANY_CONNECTIONS = 256
const PAGE_CONNECTIONS = 32
/** A server that has just started runs code that is not compiled yet. */
export const WARM_UP_SECONDS = 4
/** Milliseconds after which a server that has started rests. */
const REST_MS = 20_000
/** Maximum seconds of the memory measurement, on a machine too slow for all the ballots. */
const MEMORY_SECONDS = 150

type Runs<N extends string> = Record<N, Measured[]>

/** Runs every subject in turn, `rounds` times. */
export async function inTurns<N extends string>(
  subjects: Record<N, () => Promise<Measured>>,
  rounds: number,
): Promise<Runs<N>> {
  const names = Object.keys(subjects) as N[]
  const runs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Runs<N>
  for (let round = 0; round < rounds; round++)
    for (const name of names) runs[name].push(await subjects[name]())
  return runs
}

export const summed = <N extends string>(runs: Runs<N>) =>
  Object.fromEntries(Object.entries<Measured[]>(runs).map(([name, of]) => [name, medianOf(of)])) as Record<
    N,
    Measured
  >

export const ratio = <N extends string>(runs: Runs<N>, ours: N, theirs: N, figure: 'perSecond' | 'p50') =>
  medianRatio(
    runs[ours].map((run) => run[figure]),
    runs[theirs].map((run) => run[figure]),
  )

/**
 * Measures ballots through the front door, (a) directly on the database, (b) through Next and Prisma, (c) through
 * node:http and the driver.
 */
export async function votes(stage: Stage, door: Server, survey: SurveyRecord, { seconds, rounds }: Size) {
  const [bare, plain, hello] = [await stage.bare(), await stage.plainNext(), await stage.hello()]
  const ours = realVotes(door, survey, stage.secret)
  let by = ''
  const avis = (connections: number, length: number) => async () => {
    const { receipts, ...run } = await measure(stage, ours, connections, length)
    await checkBallots(stage.url, survey, receipts)
    return run
  }
  const reference = (subject: Subject, table: string, connections: number) => async () => {
    const { receipts, ...run } = await measure(stage, subject, connections, seconds)
    await checkPlain(stage.url, table, receipts)
    return run
  }
  const onBare = plainVotes(bare, '/ballot')
  const onPlain = plainVotes(plain, '/ballot')
  for (const subject of [ours, onBare, onPlain]) await measure(stage, subject, CONNECTIONS, WARM_UP_SECONDS)

  const crowd = await inTurns(
    {
      avis: avis(CONNECTIONS, seconds),
      a: async () => {
        const { perSecond, by: tool } = await direct(stage.url, seconds)
        by = tool
        return { ...medianOf([]), perSecond }
      },
      b: reference(onPlain, 'ballot', CONNECTIONS),
      c: reference(onBare, 'bench.ballot', CONNECTIONS),
      generator: async () => (await measure(stage, plainVotes(hello, '/'), CONNECTIONS, seconds)) as Measured,
    },
    rounds,
  )
  const alone = await inTurns({ avis: avis(1, seconds), c: reference(onBare, 'bench.ballot', 1) }, rounds)
  const many = await inTurns(
    {
      avis: avis(MANY_CONNECTIONS, seconds),
      c: reference(onBare, 'bench.ballot', MANY_CONNECTIONS),
    },
    rounds,
  )
  for (const server of [bare, plain, hello]) await server.stop()
  return {
    by,
    crowd: summed(crowd),
    alone: summed(alone),
    many: summed(many),
    ratios: {
      a: ratio(crowd, 'avis', 'a', 'perSecond'),
      b: ratio(crowd, 'avis', 'b', 'perSecond'),
      c: ratio(crowd, 'avis', 'c', 'perSecond'),
      latencyAlone: ratio(alone, 'avis', 'c', 'p50'),
      many: ratio(many, 'avis', 'c', 'perSecond'),
    },
  }
}

async function surveyOf(stage: Stage, count: number): Promise<SurveyRecord> {
  const slug = `bench-${count}`
  await createSurvey({ ...demoSurvey, slug })
  const survey = await findSurvey(slug)
  if (!survey) throw new Error(`${slug} is not there`)
  const options = survey.view.questions.flatMap((question) => question.options.map(({ id }) => id))
  await fillSurvey(stage.url, survey.id, options, count)
  return survey
}

/** Measures results of a survey with few ballots and of one with many. */
export async function results(stage: Stage, door: Server, { seconds, rounds, ballots: [few, many] }: Size) {
  const surveys = { few: await surveyOf(stage, few), many: await surveyOf(stage, many) }
  const of = ({ view }: SurveyRecord) => reading(door, `/api/v1/surveys/${view.slug}/results`)
  const run = (survey: SurveyRecord) => async () =>
    (await measure(stage, of(survey), CONNECTIONS, seconds)) as Measured
  await measure(stage, of(surveys.few), CONNECTIONS, WARM_UP_SECONDS)
  const runs = await inTurns({ few: run(surveys.few), many: run(surveys.many) }, rounds)
  return { ballots: { few, many }, ...summed(runs), flat: ratio(runs, 'many', 'few', 'perSecond') }
}

/** Measures the consultation's page from the front door and from `next start`, the same build. */
export async function page(stage: Stage, door: Server, { view }: SurveyRecord, { seconds, rounds }: Size) {
  const next = await stage.nextStart()
  const path = `/consultations/${view.slug}`
  const run = (server: Server) => async () =>
    (await measure(stage, reading(server, path), PAGE_CONNECTIONS, seconds)) as Measured
  for (const server of [door, next])
    await measure(stage, reading(server, path), PAGE_CONNECTIONS, WARM_UP_SECONDS)
  const runs = await inTurns({ door: run(door), next: run(next) }, rounds)
  await next.stop()
  return { ...summed(runs), ratio: ratio(runs, 'door', 'next', 'perSecond') }
}

/**
 * Measures the resident memory of a separate server: at rest, at its maximum while it accepts ballots, and a little
 * later.
 */
export async function memory(stage: Stage, survey: SurveyRecord, { memory: wanted }: Size) {
  const server = await stage.frontDoor()
  const now = () => residentMegabytes(server.pid) ?? 0
  await sleep(REST_MS)
  const fresh = now()
  let highest = fresh
  const watch = setInterval(() => {
    highest = Math.max(highest, now())
  }, 500)
  const { order } = realVotes(server, survey, stage.secret)
  const end = Date.now() + MEMORY_SECONDS * 1000
  let ballots = 0
  while (ballots < wanted && Date.now() < end) {
    const { answered, failed, receipts } = await load({
      ...order,
      port: server.port,
      connections: CONNECTIONS,
      seconds: 10,
    })
    if (failed) throw new Error(`${failed} ballots were refused`)
    await checkBallots(stage.url, survey, receipts)
    ballots += answered
  }
  clearInterval(watch)
  const after = now()
  await server.stop()
  return { wanted, ballots, fresh, highest, after }
}
