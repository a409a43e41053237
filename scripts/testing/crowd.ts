import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { choose, path } from './answers'

/** What was answered, by method, address and status: «POST ballot 201». */
export type Answered = Map<string, number>

/** Readers over real HTTP who vote, read the questions and the results, over and over, until they are stopped. */
export class Crowd {
  readonly answered: Answered = new Map()
  /** Bodies of answers that a reader should never get. */
  readonly faults: string[] = []
  private sent = 0
  private stopped = false
  private readonly readers: Promise<void>[]

  constructor(
    private readonly survey: SurveyRecord,
    private readonly origins: string[],
    count: number,
  ) {
    this.readers = Array.from({ length: count }, (_, n) => this.read(n))
  }

  private async ask(origin: string, rest: string, body?: unknown) {
    const n = this.sent++
    const response = await fetch(origin + path(this.survey, rest), {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        'content-type': 'application/json',
        // From networks of their own: the limits for one are not what is tried here.
        'x-forwarded-for': `10.${(n >> 8) & 255}.${n & 255}.7`,
      },
    })
    const text = await response.text()
    const key = `${body === undefined ? 'GET' : 'POST'} ${rest.slice(1)} ${response.status}`
    this.answered.set(key, (this.answered.get(key) ?? 0) + 1)
    if (response.status >= 500) this.faults.push(`${key}: ${text}`)
  }

  private async read(n: number) {
    const origin = this.origins[n % this.origins.length] ?? ''
    while (!this.stopped) {
      await this.ask(origin, '/ballot', { answers: [choose(this.survey, 'single', n % 3)] })
      if (n % 3 === 0) await this.ask(origin, '')
      if (n % 3 === 1) await this.ask(origin, '/results')
    }
  }

  count = (key: string) => this.answered.get(key) ?? 0

  /** Resolves when everybody has their last answer. */
  async stop() {
    this.stopped = true
    await Promise.all(this.readers)
  }
}
