import { type NextRequest, NextResponse } from 'next/server'

/** Takes a receipt's cookie away with the page that shows it: a receipt is shown once. */
export function proxy(request: NextRequest) {
  const response = NextResponse.next()
  // Not response.cookies: Next hands those on to the page, which would find the receipt gone already.
  response.headers.append(
    'set-cookie',
    `avis_new_receipt=; Path=${request.nextUrl.pathname}; Max-Age=0; HttpOnly`,
  )
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
