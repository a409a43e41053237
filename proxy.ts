import { type NextRequest, NextResponse } from 'next/server'

/** Takes a receipt's cookie away with the page that shows it: a receipt is shown once. */
export function proxy(request: NextRequest) {
  const response = NextResponse.next()
  response.cookies.set('avis_new_receipt', '', { path: request.nextUrl.pathname, maxAge: 0 })
  return response
}

export const config = {
  matcher: [
    {
      source: '/consultations/:slug/resultats',
      has: [{ type: 'cookie', key: 'avis_new_receipt' }],
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
}
