import { type NextRequest, NextResponse } from 'next/server'
import { PATH_HEADER } from './lib/staff/rules/paths'

/** Takes a receipt's cookie away with the page that shows it: a receipt is shown once. */
function takeReceiptAway(request: NextRequest, cookie: string) {
  const response = NextResponse.next()
  // Not response.cookies: Next hands those on to the page, which would find the receipt gone already.
  response.headers.append('set-cookie', `${cookie}=; Path=${request.nextUrl.pathname}; Max-Age=0; HttpOnly`)
  return response
}

/** Tells a staff page its own address, which Next does not: who has to sign in first comes back to it. */
function tellPath(request: NextRequest) {
  const headers = new Headers(request.headers)
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  return NextResponse.next({ request: { headers } })
}

export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  if (pathname.startsWith('/consultations/')) return takeReceiptAway(request, 'avis_new_receipt')
  return pathname === '/signalements' ? takeReceiptAway(request, 'avis_report') : tellPath(request)
}

export const config = {
  matcher: [
    {
      source: '/consultations/:slug/resultats',
      has: [{ type: 'cookie', key: 'avis_new_receipt' }],
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
    {
      source: '/signalements',
      has: [{ type: 'cookie', key: 'avis_report' }],
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
    '/redaction/:path*',
    '/moderation/:path*',
    '/administration/:path*',
  ],
}
