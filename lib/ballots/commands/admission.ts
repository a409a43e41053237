import { LRUCache } from 'lru-cache'
import { env } from '../../env'
import { oncePerProcess } from '../../process'
import { type Bucket, fullBucket, type Rate, take } from '../rules/bucket'
import { NETWORK_RATE, overallRate, type Pressure, pressureOf, surveyRate } from '../rules/pressure'

/** Some ten megabytes. A network that falls out begins again with a full bucket, as if it had been quiet. */
const MOST_NETWORKS = 50_000
const MOST_SURVEYS = 1_000

const perSecond = () => env().AVIS_VOTES_PER_SECOND

const buckets = () =>
  oncePerProcess('admission', () => ({
    networks: new LRUCache<string, Bucket>({ max: MOST_NETWORKS }),
    surveys: new LRUCache<number, Bucket>({ max: MOST_SURVEYS }),
    overall: fullBucket(overallRate(perSecond()), 0),
  }))

function debtOf<K extends {}>(kept: LRUCache<K, Bucket>, key: K, rate: Rate, now: number): number {
  let bucket = kept.get(key)
  if (!bucket) {
    bucket = fullBucket(rate, now)
    kept.set(key, bucket)
  }
  return take(bucket, rate, now)
}

/**
 * Counts a ballot that wants in, and says what it costs: nothing, work, or patience. In memory and without waiting,
 * for it stands in the way of every vote; each of several processes counts the ballots that it sees itself.
 */
export function pressureOn(
  surveyId: number,
  network: Uint8Array<ArrayBuffer>,
  now = Date.now(),
): Pressure | undefined {
  const { networks, surveys, overall } = buckets()
  return pressureOf({
    network: debtOf(networks, Buffer.from(network).toString('latin1'), NETWORK_RATE, now),
    survey: debtOf(surveys, surveyId, surveyRate(perSecond()), now),
    overall: take(overall, overallRate(perSecond()), now),
  })
}
