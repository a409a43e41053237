/** The front door without pages: what a request passes before and within the API, on a port of this process. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, request as open } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { isFromElsewhere } from '../../../lib/readers/csrf'
import { api, takeShortWay } from '../../../lib/server/api'
import { applySecurityHeaders, SERVER_LIMITS } from '../../../lib/server/apply-headers'
import { writeClientHeaders } from '../../../lib/server/client-headers'
import { auth } from '../../../lib/staff/http/auth'

const toApi = getRequestListener(api.fetch)
const toAuth = getRequestListener(auth.fetch)

export type Sent = { method: string; path: string; headers: Record<string, string>; body?: string }

/** Listens on a free port; `send` resolves to the status of the response, once its first bytes or all of it came. */
export async function frontDoor() {
  const server = createServer(SERVER_LIMITS, (request, response) => {
    const { url = '' } = request
    writeClientHeaders(request)
    const takeLongWay = () => {
      applySecurityHeaders(request, response)
      isFromElsewhere(request)
      void (url.startsWith('/api/auth/') ? toAuth : toApi)(request, response)
    }
    if (!takeShortWay(request, response, takeLongWay)) takeLongWay()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  async function send({ method, path, headers, body }: Sent): Promise<number> {
    const asking = open({ host: '127.0.0.1', port, method, path, headers, agent: false })
    const answered = once(asking, 'response') as Promise<[IncomingMessage]>
    asking.end(body)
    const [answer] = await answered
    // A stream of results has no end.
    if (answer.headers['content-type']?.startsWith('text/event-stream')) asking.destroy()
    else for await (const _ of answer);
    return answer.statusCode ?? 0
  }
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { send, close }
}
