import { connect } from 'node:net'
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { choose, path } from './answers'

/** The number of responses, by method, address and status: «POST ballot 201». */
export type Answered = Map<string, number>

/** Readers over real HTTP who vote and read the questions and the results, repeatedly, until they are stopped. */
export class Crowd {
  readonly answered: Answered = new Map()
  /** Bodies of responses that a reader should never get. */
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
        // From networks of their own: the limits by network are not under test here.
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

  /** Resolves when every reader has their last response. */
  async stop() {
    this.stopped = true
    await Promise.all(this.readers)
  }
}

/**
 * Requests all of `paths` at once, on `connections` connections, without waiting for responses; resolves to the status
 * of each.
 */
export async function pipelined(origin: string, paths: string[], connections: number): Promise<number[]> {
  const { hostname, port } = new URL(origin)
  const ask = (path: string, last: boolean) =>
    `GET ${path} HTTP/1.1\r\nHost: avis.example\r\n${last ? 'Connection: close\r\n' : ''}\r\n`
  const texts = Array.from({ length: connections }, (_, n) => {
    const own = paths.filter((_, index) => index % connections === n)
    return new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(own.map((path, index) => ask(path, index === own.length - 1)).join('')),
      )
      let text = ''
      socket.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      socket.on('error', reject).on('close', () => resolve(text))
    })
  })
  const answers = (await Promise.all(texts)).flatMap((text) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)])
  return answers.map(([, status]) => Number(status))
}
