/** Ballots: Avis now, the earlier build, and the references. */
import { changedBallots, checkBallots, checkChanges, checkPlain, screened } from './checks'
import type { Stage } from './environment'
import { type Measured, measure, type Subject } from './measure'
import { medianOf } from './medians'
import { direct } from './references/direct'
import { changes, keptVotes, plainVotes, realVotes, type Shape } from './requests'
import type { Site } from './site'
import type { Size } from './size'
import { inTurns, ratio, summed } from './turns'

const CONNECTIONS = 64
const MANY_CONNECTIONS = 256
/** A server that has just started runs code that is not compiled yet: it gets faster for some fifty thousand ballots. */
const WARM_UP_SECONDS = 12

type Sites = { avis: Site; earlier: Site | undefined }

/** Measures first votes of one shape, and finds every one of them in the database. */
async function firstVotes(stage: Stage, site: Site, shape: Shape, connections: number, seconds: number) {
  const { run, receipts } = await measure(stage, realVotes(site, shape), connections, seconds)
  await checkBallots(site.url, site.survey.id, receipts)
  if (shape === 'text') await screened(site.url, site.survey.id)
  return run
}

/** Measures one change of each of many ballots, cast just before. */
async function changedVotes(stage: Stage, site: Site, seconds: number) {
  const { cookies, receipts } = await measure(stage, keptVotes(site), CONNECTIONS, seconds)
  await checkBallots(site.url, site.survey.id, receipts)
  const before = await changedBallots(site.url, site.survey.id)
  const { run, answered } = await measure(stage, changes(site, cookies), CONNECTIONS, seconds)
  await checkChanges(site.url, site.survey.id, before, answered)
  return run
}

/** Measures ballots with a text, changed ballots, and ballots as JSON, each beside the earlier build. */
export async function shapes(stage: Stage, { avis, earlier }: Sites, { seconds, rounds }: Size) {
  const both = (of: (site: Site) => Promise<Measured>) =>
    inTurns({ avis: () => of(avis), earlier: earlier && (() => of(earlier)) }, rounds)
  const first = (shape: Shape) => (site: Site) => firstVotes(stage, site, shape, CONNECTIONS, seconds)
  const runs = {
    text: await both(first('text')),
    changed: await both((site) => changedVotes(stage, site, seconds)),
    json: await both(first('json')),
  }
  const of = (name: keyof typeof runs) => ({
    runs: summed(runs[name]),
    ratio: ratio(runs[name], 'avis', 'earlier', 'perSecond'),
  })
  return { text: of('text'), changed: of('changed'), json: of('json') }
}

/**
 * Measures first votes: Avis and the earlier build, (a) directly on the database, (b) through Next and Prisma, (c)
 * through node:http and the driver.
 */
export async function votes(stage: Stage, { avis, earlier }: Sites, { seconds, rounds }: Size) {
  const [bare, plain, hello] = [await stage.bare(), await stage.plainNext(), await stage.hello()]
  let by = ''
  const of = (site: Site, connections: number) => () => firstVotes(stage, site, 'form', connections, seconds)
  const reference = (subject: Subject, table: string, connections: number) => async () => {
    const { run, receipts } = await measure(stage, subject, connections, seconds)
    await checkPlain(stage.url, table, receipts)
    return run
  }
  const onBare = plainVotes(bare, '/ballot')
  const onPlain = plainVotes(plain, '/ballot')
  const warm = [realVotes(avis), ...(earlier ? [realVotes(earlier)] : []), onBare, onPlain]
  for (const subject of warm) await measure(stage, subject, CONNECTIONS, WARM_UP_SECONDS)

  const crowd = await inTurns(
    {
      avis: of(avis, CONNECTIONS),
      earlier: earlier && of(earlier, CONNECTIONS),
      a: async () => {
        const { perSecond, by: tool } = await direct(stage.url, seconds)
        by = tool
        return { ...medianOf([]), perSecond }
      },
      b: reference(onPlain, 'ballot', CONNECTIONS),
      c: reference(onBare, 'bench.ballot', CONNECTIONS),
      generator: async () => (await measure(stage, plainVotes(hello, '/'), CONNECTIONS, seconds)).run,
    },
    rounds,
  )
  const pair = (connections: number) =>
    inTurns({ avis: of(avis, connections), c: reference(onBare, 'bench.ballot', connections) }, rounds)
  const many = await pair(MANY_CONNECTIONS)
  const alone = await pair(1)
  for (const server of [bare, plain, hello]) await server.stop()
  return {
    by,
    crowd: summed(crowd),
    many: summed(many),
    alone: summed(alone),
    ratios: {
      earlier: ratio(crowd, 'avis', 'earlier', 'perSecond'),
      a: ratio(crowd, 'avis', 'a', 'perSecond'),
      b: ratio(crowd, 'avis', 'b', 'perSecond'),
      c: ratio(crowd, 'avis', 'c', 'perSecond'),
      many: ratio(many, 'avis', 'c', 'perSecond'),
      latencyAlone: ratio(alone, 'avis', 'c', 'p50'),
      generator: ratio(crowd, 'generator', 'avis', 'perSecond'),
    },
  }
}
