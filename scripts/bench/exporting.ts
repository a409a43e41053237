/** Whether an export in the background makes readers wait. */
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '../../lib/platform/db/client'
import { checkBallots } from './checks'
import type { Stage } from './environment'
import { measure, type Subject } from './measure'
import { surveyOf } from './million'
import { realVotes } from './requests'
import type { Site } from './site'
import type { Size } from './size'
import { withClient } from './tables'
import { inTurns, ratio, summed } from './turns'

/** Readers who vote one after the other: several hundred ballots a second, far from what the server can take. */
const CONNECTIONS = 8
const PAUSE_MS = 10
/** Enough that one is being written for as long as readers vote. */
const JOBS = 20
const START_MS = 30_000
const STOP_MS = 60_000
/** An export of a million ballots takes about this long. */
const SECONDS = 5

const UNFINISHED = { finishedAt: null, cancelledAt: null, problem: null }

async function jobsOf(surveyId: number, staffId: number) {
  await db().exportJob.createMany({
    data: Array.from({ length: JOBS }, () => ({ surveyId, staffId, input: { format: 'csv' } })),
  })
}

const running = (surveyId: number) =>
  db().exportJob.count({ where: { surveyId, ...UNFINISHED, startedAt: { not: null } } })

async function until(what: string, is: () => Promise<boolean>, ms: number) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) if (await is()) return
  throw new Error(`${what} within ${ms} ms`)
}

/** Measures votes at a moderate load, alone and while exports of many ballots are written, in turn. */
export async function exporting(stage: Stage, site: Site, { rounds, exported }: Size) {
  const survey = await withClient(stage.url, (client) => surveyOf(client, exported))
  const data = { email: 'bench@example.org', name: 'Bench', role: 'admin' as const }
  const { id: staffId } = await db().staffAccount.create({ data, select: { id: true } })
  const votes = realVotes(site)
  const subject: Subject = { ...votes, order: { ...votes.order, pauseMs: PAUSE_MS } }
  const vote = async () => {
    const { run, receipts } = await measure(stage, subject, CONNECTIONS, SECONDS)
    await checkBallots(site.url, site.survey.id, receipts)
    return run
  }
  const duringExport = async () => {
    await jobsOf(survey.id, staffId)
    await until('no export was begun', async () => (await running(survey.id)) > 0, START_MS)
    const { run, receipts } = await measure(stage, subject, CONNECTIONS, SECONDS)
    const left = await db().exportJob.count({ where: { surveyId: survey.id, ...UNFINISHED } })
    if (!left) throw new Error('the exports ended before the votes did')
    await db().exportJob.updateMany({
      where: { surveyId: survey.id, ...UNFINISHED, startedAt: null },
      data: { cancelledAt: new Date() },
    })
    await until('an export did not end', async () => (await running(survey.id)) === 0, STOP_MS)
    await checkBallots(site.url, site.survey.id, receipts)
    const failed = await db().exportJob.count({ where: { surveyId: survey.id, problem: { not: null } } })
    if (failed) throw new Error(`${failed} exports failed`)
    return run
  }
  const runs = await inTurns({ alone: vote, beside: duringExport }, rounds)
  return { ballots: exported, runs: summed(runs), ratio: ratio(runs, 'beside', 'alone', 'p99') }
}
