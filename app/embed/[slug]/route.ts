import { api } from '@/lib/server/api'

export const dynamic = 'force-dynamic'

// Behind server.ts these requests never reach Next; under `next dev` and on other hosts they do.
export const GET = (request: Request) => api.fetch(request)
