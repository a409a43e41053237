import type { Results } from '../../lib/results/schema'
import type { Client } from './client'

type Event = { id?: string; name?: string; data?: string; comment: boolean }

function parse(block: string): Event {
  const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s) as [string, string]))
  const [id, name, data] = [fields.get('id'), fields.get('event'), fields.get('data')]
  return {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(data !== undefined && { data }),
    comment: fields.has(''),
  }
}

/** A client of a stream of results, like a browser's EventSource. */
export class Events {
  private rest = ''
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(readonly response: Response) {
    if (!response.body) throw new Error('this answer has no body')
    this.reader = response.body.getReader()
  }

  /** Returns the next event of a name; undefined at the end, or when none came within `ms`. */
  async next(ms = 5_000): Promise<Event | undefined> {
    const end = Date.now() + ms
    for (;;) {
      const place = this.rest.indexOf('\n\n')
      if (place >= 0) {
        const event = parse(this.rest.slice(0, place))
        this.rest = this.rest.slice(place + 2)
        if (event.name) return event
        continue
      }
      this.pending ??= this.reader.read()
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), Math.max(0, end - Date.now()))
      })
      const read = await Promise.race([this.pending, late])
      clearTimeout(timer)
      if (read === 'late') return undefined
      this.pending = undefined
      if (read.done) return undefined
      this.rest += new TextDecoder().decode(read.value)
    }
  }
  private pending: Promise<ReadableStreamReadResult<Uint8Array>> | undefined

  /** Returns the results of the next event. */
  async results(ms?: number): Promise<Results | undefined> {
    const event = await this.next(ms)
    return event?.name === 'results' ? JSON.parse(event.data ?? '') : undefined
  }

  close = () => this.reader.cancel()
}

/** Opens a stream of results. */
export const listen = async (client: Client, path: string, headers: Record<string, string> = {}) =>
  new Events(await client.send(path, { headers }))
