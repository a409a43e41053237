/** Reading: results of few and of many ballots, and the consultation's page. */
import { createSurvey } from '../../lib/surveys/commands/create'
import { findSurvey, type SurveyRecord } from '../../lib/surveys/queries/public'
import { demoSurvey } from '../../prisma/demo'
import type { Stage } from './environment'
import { measure } from './measure'
import type { Server } from './processes'
import { reading } from './requests'
import type { Size } from './size'
import { fillSurvey } from './tables'
import { inTurns, ratio, summed } from './turns'

const CONNECTIONS = 64
const PAGE_CONNECTIONS = 32
const WARM_UP_SECONDS = 6

async function surveyOf(stage: Stage, count: number): Promise<SurveyRecord> {
  const slug = `bench-${count}`
  await createSurvey({ ...demoSurvey, slug })
  const survey = await findSurvey(slug)
  if (!survey) throw new Error(`${slug} is not there`)
  const options = survey.view.questions.flatMap((question) => question.options.map(({ id }) => id))
  await fillSurvey(stage.url, survey.id, options, count)
  return survey
}

/** Measures results of a survey with few ballots, of one with many, and (c) the read of one row. */
export async function results(stage: Stage, door: Server, { seconds, rounds, ballots: [few, many] }: Size) {
  const bare = await stage.bare()
  const of = ({ view }: SurveyRecord) => reading(door, `/api/v1/surveys/${view.slug}/results`)
  const subjects = {
    few: of(await surveyOf(stage, few)),
    many: of(await surveyOf(stage, many)),
    c: reading(bare, '/row'),
  }
  const run = (subject: (typeof subjects)['few']) => async () =>
    (await measure(stage, subject, CONNECTIONS, seconds)).run
  for (const subject of Object.values(subjects)) await measure(stage, subject, CONNECTIONS, WARM_UP_SECONDS)
  const runs = await inTurns({ few: run(subjects.few), many: run(subjects.many), c: run(subjects.c) }, rounds)
  await bare.stop()
  return {
    ballots: { few, many },
    runs: summed(runs),
    flat: ratio(runs, 'many', 'few', 'perSecond'),
    c: ratio(runs, 'many', 'c', 'perSecond'),
  }
}

/** Measures the consultation's page from the front door and from `next start`, the same build. */
export async function page(stage: Stage, door: Server, { view }: SurveyRecord, { seconds, rounds }: Size) {
  const next = await stage.nextStart()
  const path = `/consultations/${view.slug}`
  const run = (server: Server) => async () =>
    (await measure(stage, reading(server, path), PAGE_CONNECTIONS, seconds)).run
  for (const server of [door, next])
    await measure(stage, reading(server, path), PAGE_CONNECTIONS, WARM_UP_SECONDS)
  const runs = await inTurns({ door: run(door), next: run(next) }, rounds)
  await next.stop()
  return { runs: summed(runs), ratio: ratio(runs, 'door', 'next', 'perSecond') }
}
