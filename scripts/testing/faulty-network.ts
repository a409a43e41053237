import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

type State = 'open' | 'cut' | 'stalled'

/** A network between Avis and its database that tests can cut, stall, redirect, or make lose a response. */
export class Wire {
  private readonly sockets = new Set<Socket>()
  private readonly server: Server
  private state: State = 'open'
  private losing: string | undefined
  /** Responses that were lost. */
  lost = 0
  /** Connections that were refused. */
  refused = 0

  private constructor(private target: { host: string; port: number }) {
    this.server = createServer((near) => this.join(near))
  }

  /** Creates a wire to the server of `url`, and returns the address that replaces it. */
  static async to(url: string): Promise<{ wire: Wire; url: string }> {
    const wire = new Wire(targetOf(url))
    wire.server.listen(0, '127.0.0.1')
    await once(wire.server, 'listening')
    const near = new URL(url)
    near.host = `127.0.0.1:${(wire.server.address() as AddressInfo).port}`
    return { wire, url: near.href }
  }

  private join(near: Socket) {
    if (this.state === 'cut') {
      this.refused++
      return near.destroy()
    }
    const far = connect(this.target)
    const ends = [near, far]
    let asked = false
    for (const end of ends) {
      this.sockets.add(end)
      if (this.state === 'stalled') end.pause()
      end.on('error', () => undefined)
      end.on('close', () => {
        this.sockets.delete(end)
        for (const other of ends) other.destroy()
      })
    }
    near.on('data', (chunk) => {
      if (this.losing && chunk.includes(this.losing)) asked = true
      far.write(chunk)
    })
    far.on('data', (chunk) => {
      if (!asked || !this.losing) return near.write(chunk)
      // The server has executed the statement, but the client will not know.
      this.losing = undefined
      this.lost++
      for (const end of ends) end.destroy()
    })
  }

  private destroyAll() {
    for (const socket of this.sockets) socket.destroy()
  }

  /** Closes all connections and refuses new ones. */
  cut() {
    this.state = 'cut'
    this.destroyAll()
  }

  /** Stalls every byte for ever. */
  stall() {
    this.state = 'stalled'
    for (const socket of this.sockets) socket.pause()
  }

  /** Works again; stalled connections break, as they do when a router comes back. */
  mend() {
    this.state = 'open'
    this.destroyAll()
  }

  /** Redirects connections to the server of `url`, and breaks the present ones. */
  lead(url: string) {
    this.target = targetOf(url)
    this.mend()
  }

  /** Breaks the connection whose next statement contains `word`, after the server has answered it. */
  loseAnswerTo(word: string) {
    this.losing = word
  }

  async close() {
    this.destroyAll()
    this.server.close()
    await once(this.server, 'close')
  }
}

function targetOf(url: string) {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port) }
}
