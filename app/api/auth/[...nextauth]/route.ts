import { auth } from '@/lib/staff/http/auth'

const handle = (request: Request) => auth.fetch(request)

export { handle as GET, handle as POST }
