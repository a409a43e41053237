import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkOne } from '../../lib/operations/data-check'
import { db } from '../../lib/platform/db/client'
import { env } from '../../lib/platform/runtime/env'
import { hashReceipt, receiptOfAttempt } from '../../lib/readers/rules/make-receipt'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { choose, path } from './answers'
import { Client } from './client'
import { tallyAndRecount } from './recount'

const TRY_AGAIN_MS = 50

/**
 * Readers who vote as fast as responses arrive. One told to retry sends the same attempt, as pages do. What they were
 * told is compared with what is stored.
 */
export class Voters {
  /** Every attempt sent, and whether its reader was told that it is stored. */
  private readonly attempts = new Map<string, boolean>()
  private readonly statuses = new Map<number, number>()
  private voting: Promise<void>[] = []
  /** The maximum wait of a reader from their first try until they were told that it is stored, in milliseconds. */
  longest = 0
  private stopped = false

  constructor(private readonly survey: SurveyRecord) {}

  /** Returns how often readers got a response of this status. */
  answered = (status: number) => this.statuses.get(status) ?? 0

  get acknowledged(): number {
    return [...this.attempts.values()].filter(Boolean).length
  }

  private async vote() {
    const attempt = randomBytes(18).toString('base64url')
    this.attempts.set(attempt, false)
    const address = `10.${this.attempts.size >> 8}.${this.attempts.size & 255}.7`
    const answers = [
      choose(this.survey, 'single', this.attempts.size % 3),
      choose(this.survey, 'aspects', 0, 4),
    ]
    const begun = performance.now()
    while (true) {
      const { status } = await new Client().send(path(this.survey, '/ballot'), {
        json: { answers },
        // From a network of their own: the limits by network are not under test here.
        headers: { 'idempotency-key': attempt, 'x-forwarded-for': address },
      })
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
      if (status < 300) {
        this.attempts.set(attempt, true)
        this.longest = Math.max(this.longest, Math.round(performance.now() - begun))
        return
      }
      if (this.stopped) return
      await sleep(TRY_AGAIN_MS)
    }
  }

  start(count: number) {
    this.stopped = false
    this.voting = Array.from({ length: count }, async () => {
      while (!this.stopped) await this.vote()
    })
  }

  /** Resolves when every reader has their last response. */
  async stop() {
    this.stopped = true
    await Promise.all(this.voting)
  }

  /** Waits until `more` further readers were told that their ballot is stored. */
  async until(more: number, limitMs = 30_000) {
    const [wanted, end] = [this.acknowledged + more, Date.now() + limitMs]
    while (this.acknowledged < wanted) {
      if (Date.now() > end)
        throw new Error(`${wanted - this.acknowledged} ballots were not acknowledged in time`)
      await sleep(10)
    }
  }

  /** Returns how the stored data differs from what readers were told, and from itself; every part should be empty. */
  async verdict() {
    const rows = await db().$queryRaw<{ hash: string; count: number }[]>`
      SELECT encode(receipt_hash, 'hex') AS hash, count(*)::int AS count FROM ballot
      WHERE survey_id = ${this.survey.id} AND cells <> '{}' GROUP BY 1`
    const stored = new Map(rows.map(({ hash, count }) => [hash, count]))
    let lost = 0
    let doubled = 0
    for (const [attempt, told] of this.attempts) {
      const receipt = receiptOfAttempt(this.survey.id, attempt, env().AVIS_SECRET)
      const count = stored.get(Buffer.from(hashReceipt(receipt)).toString('hex')) ?? 0
      if (told && !count) lost++
      if (count > 1) doubled++
    }
    const { tally, recount } = await tallyAndRecount(this.survey.id)
    const miscounted = Object.keys({ ...tally, ...recount }).filter((cell) => tally[cell] !== recount[cell])
    return { lost, doubled, miscounted, faults: await checkOne(this.survey.view.slug) }
  }
}

/** The `verdict` when nothing went wrong. */
export const SOUND = { lost: 0, doubled: 0, miscounted: [], faults: [] }
