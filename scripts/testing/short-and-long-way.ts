/** The two ways of votes and results, each on a port: the short one as the front door takes it, and the long one alone. */
import { once } from 'node:events'
import { type ClientRequestArgs, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { api, takeShortWay } from '../../lib/server/api'
import { applySecurityHeaders } from '../../lib/server/apply-headers'
import { writeClientHeaders } from '../../lib/server/client-headers'

const toApi = getRequestListener(api.fetch)

export type Way = { port: number; taken: () => number; stop: () => Promise<void> }

/** Starts a server that answers in the short way, as far as it takes them, or in the long way alone. */
export async function startWay(short: boolean): Promise<Way> {
  let taken = 0
  const server = createServer((request, response) => {
    writeClientHeaders(request)
    const takeLongWay = () => {
      applySecurityHeaders(request, response)
      void toApi(request, response)
    }
    if (short && takeShortWay(request, response, takeLongWay)) taken++
    else takeLongWay()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => taken,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Answer = { status: number; headers: IncomingMessage['headers']; text: string }

/** Sends a request whose headers are as given, which `fetch` does not allow, and returns its answer. */
export async function send(options: ClientRequestArgs, body: string | Buffer | undefined): Promise<Answer> {
  const sent = request({ host: '127.0.0.1', ...options })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text: Buffer.concat(chunks).toString(),
  }
}
