/** What a ballot costs the server: processor time by purpose, and bytes allocated on V8's heap. */
import { once } from 'node:events'
import path from 'node:path'
import { type AllocationNode, allocatedBytes, type Bucket, type Profile, timeByBucket } from './buckets'
import { checkBallots } from './checks'
import type { Stage } from './environment'
import { measure } from './measure'
import type { Server } from './processes'
import { realVotes } from './requests'
import type { Site } from './site'
import type { Size } from './size'

const CONNECTIONS = 64
const WARM_UP_SECONDS = 4
export const PROBE = path.join(import.meta.dirname, 'probe.mjs')

/** Has the probe within a server do something, and resolves to its result. */
async function ask<T>({ child }: Server, probe: string): Promise<T> {
  child.send({ probe })
  for (;;) {
    const [said] = await once(child, 'message')
    if (said.probe === probe) return said.result
  }
}

/** Microseconds of one ballot by bucket, and kilobytes that it allocates. */
export type Cost = { microseconds: Record<Bucket, number>; kilobytes: number }

/** Measures the cost of a ballot on the server of `site`, which has the probe. Each of the two is measured by itself. */
export async function cost(stage: Stage, site: Site, { seconds }: Size): Promise<Cost> {
  const vote = async (length: number) => {
    const { receipts, answered } = await measure(stage, realVotes(site), CONNECTIONS, length)
    await checkBallots(site.url, site.survey.id, receipts)
    return answered
  }
  await vote(WARM_UP_SECONDS)
  await ask(site.server, 'profile')
  const profiled = await vote(seconds)
  const times = timeByBucket(await ask<Profile>(site.server, 'profiled'))
  const microseconds = Object.fromEntries(
    Object.entries(times).map(([bucket, time]) => [bucket, time / profiled]),
  ) as Record<Bucket, number>
  await ask(site.server, 'allocate')
  const allocating = await vote(seconds)
  const { head } = await ask<{ head: AllocationNode }>(site.server, 'allocated')
  return { microseconds, kilobytes: allocatedBytes(head) / 1024 / allocating }
}
