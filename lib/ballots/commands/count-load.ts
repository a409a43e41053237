import QuickLRU from 'quick-lru'
import { env } from '../../platform/runtime/env'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { keysOf } from '../../readers/rules/network-key'
import { networkRate, type Overload, overallRate, overloadOf, surveyRate } from '../rules/overload'
import { type Bucket, fullBucket, type Rate, take } from '../rules/token-bucket'

/**
 * Limits the networks in memory, to some ten megabytes; twice as many may be there for a while. An evicted network starts again with a full bucket, as if it
 * had been quiet. The wider networks that contain it were counted just as often, and stay.
 */
const MAX_NETWORKS = 50_000
const MAX_SURVEYS = 1_000

const perSecond = () => env().AVIS_VOTES_PER_SECOND

const buckets = () =>
  oncePerProcess('load', () => ({
    networks: new QuickLRU<string, Bucket>({ maxSize: MAX_NETWORKS }),
    surveys: new QuickLRU<number, Bucket>({ maxSize: MAX_SURVEYS }),
    overall: fullBucket(overallRate(perSecond()), 0),
  }))

function debtOf<K extends {}>(kept: QuickLRU<K, Bucket>, key: K, rate: Rate, now: number): number {
  let bucket = kept.get(key)
  if (!bucket) {
    bucket = fullBucket(rate, now)
    kept.set(key, bucket)
  }
  return take(bucket, rate, now)
}

/** Returns the debt of the network itself or of a wider one that contains it, whichever is deeper. */
function networkDebt(key: string, now: number): number {
  const { networks } = buckets()
  let debt = 0
  for (const { key: of, share } of keysOf(key))
    debt = Math.max(debt, debtOf(networks, of, networkRate(share), now))
  return debt
}

/**
 * Counts an incoming ballot and returns its cost: nothing, work, or patience. Runs in memory and without waiting, since
 * every vote passes through it. Each of several processes counts only the ballots that it receives.
 */
export function countLoad(surveyId: number, network: string, now = Date.now()): Overload | undefined {
  const { surveys, overall } = buckets()
  return overloadOf({
    network: networkDebt(network, now),
    survey: debtOf(surveys, surveyId, surveyRate(perSecond()), now),
    overall: take(overall, overallRate(perSecond()), now),
  })
}
