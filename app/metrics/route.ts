import { api } from '@/lib/api'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => api.fetch(request)
