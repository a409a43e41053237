/** The API on a port, without pages: a test can start it in a second, and kill it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { appendPeerAddress } from '../../lib/platform/http/client-address'
import { api } from '../../lib/server/api'

const toApi = getRequestListener(api.fetch)
const server = createServer((request, response) => {
  appendPeerAddress(request)
  void toApi(request, response)
})
server.listen(Number(process.env.PORT), '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
