/** The API on a port, with its short ways and without pages: a test can start it in a second, and kill it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { api, takeShortWay } from '../../lib/server/api'
import { writeClientHeaders } from '../../lib/server/client-headers'

const toApi = getRequestListener(api.fetch)
const server = createServer((request, response) => {
  writeClientHeaders(request)
  const takeLongWay = () => void toApi(request, response)
  if (!takeShortWay(request, response, takeLongWay)) takeLongWay()
})
server.listen(Number(process.env.PORT), '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
