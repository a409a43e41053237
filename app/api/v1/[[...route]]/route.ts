import { api } from '@/lib/server/api'

// Behind server.ts these requests never reach Next; under `next dev` and on other hosts they do.
const handle = (request: Request) => api.fetch(request)

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
