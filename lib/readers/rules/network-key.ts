import { createHmac } from 'node:crypto'

/** 64 bits keep the networks of one day and survey apart, and make the smallest column. */
const BYTES = 8

/**
 * A network as one survey knows it on one day (UTC): the same network has another key tomorrow, and in another survey.
 * Clients whose network is unknown are all of one network.
 */
export function networkKey(
  network: string | undefined,
  { surveyId, now, secret }: { surveyId: number; now: Date; secret: string },
): Uint8Array<ArrayBuffer> {
  const day = now.toISOString().slice(0, 10)
  const named = `network\0${surveyId}\0${day}\0${network ?? 'unknown'}`
  return new Uint8Array(createHmac('sha256', secret).update(named).digest().subarray(0, BYTES))
}
