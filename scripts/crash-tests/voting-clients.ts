import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** The last acknowledged state of a reader's ballot, which they have a right to find. */
export type Remembered = { receipt: string; place: number | 'withdrawn' }

export type LoadOptions = {
  /** The address of the survey in the API. */
  survey: string
  /** Returns the body of a ballot that chooses the option at an index. */
  bodyOf: (place: number) => string
  places: number
  clients: number
}

const TIMEOUT_MS = 10_000
/** Recognises the refusal of a server that is down, or whose database is. */
const isOutage = (status: number) => status >= 500
const choice = (count: number) => Math.floor(Math.random() * count)

class Reader {
  private readonly attempt = randomBytes(16).toString('base64url')
  /** Each reader has a network of their own: the limits by network are not under test here. */
  private readonly address = `10.${choice(256)}.${choice(256)}.7`
  private cookie: string | undefined
  remembered: Remembered | undefined

  constructor(
    private readonly options: LoadOptions,
    private readonly onTry: (answered: boolean) => void,
  ) {}

  /** Retries until a response comes, however long the server is down: only responses count. */
  private async answered(init: RequestInit): Promise<Response> {
    for (;;) {
      try {
        const response = await fetch(`${this.options.survey}/ballot`, {
          ...init,
          signal: AbortSignal.timeout(TIMEOUT_MS),
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': this.address,
            ...(this.cookie ? { cookie: this.cookie } : { 'idempotency-key': this.attempt }),
          },
        })
        const text = await response.text()
        if (!isOutage(response.status)) {
          this.onTry(true)
          return new Response(text, { status: response.status, headers: response.headers })
        }
      } catch (error) {
        // The connection broke, before or after the ballot was on disk: the client cannot know, so it retries.
        if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error
      }
      this.onTry(false)
      await sleep(50 + choice(150))
    }
  }

  async vote() {
    const place = choice(this.options.places)
    const response = await this.answered({ method: 'POST', body: this.options.bodyOf(place) })
    if (!response.ok) throw new Error(`a ballot was refused: ${response.status} ${await response.text()}`)
    const { receipt } = (await response.json()) as { receipt?: string }
    this.cookie ??= response.headers
      .getSetCookie()
      .find((line) => line.startsWith('avis_reader='))
      ?.split(';')[0]
    const known = this.remembered?.receipt ?? receipt
    if (!known || !this.cookie) throw new Error('a first ballot was answered without a receipt or a cookie')
    this.remembered = { receipt: known, place }
  }

  async withdraw() {
    const response = await this.answered({ method: 'DELETE' })
    if (!response.ok || !this.remembered) throw new Error(`a withdrawal was refused: ${response.status}`)
    this.remembered = { receipt: this.remembered.receipt, place: 'withdrawn' }
  }
}

/** Readers who vote, change their minds and withdraw, and remember the responses. */
export class Load {
  readonly readers: Reader[] = []
  answered = 0
  /** Requests that broke or were refused for an outage, and were retried. */
  repeated = 0
  private running = true
  private readonly clients: Promise<void>[]

  constructor(options: LoadOptions) {
    this.clients = Array.from({ length: options.clients }, () => this.client(options))
  }

  /** Resolves once `count` more ballots were acknowledged. Rejects when a reader was refused. */
  async more(count: number) {
    const goal = this.answered + count
    while (this.answered < goal) await Promise.race([sleep(20), Promise.all(this.clients)])
  }

  /** Resolves once every reader has the response to their last request. */
  async end() {
    this.running = false
    await Promise.all(this.clients)
  }

  private async client(options: LoadOptions) {
    const onTry = (answered: boolean) => {
      if (answered) this.answered++
      else this.repeated++
    }
    const own: Reader[] = []
    while (this.running) {
      const before = own[choice(own.length * 3)]
      if (before) {
        if (choice(4)) await before.vote()
        else await before.withdraw()
      } else {
        const reader = new Reader(options, onTry)
        await reader.vote()
        own.push(reader)
        this.readers.push(reader)
      }
    }
  }
}
