import { type NextRequest, NextResponse } from 'next/server'
import { newNonce } from './lib/platform/http/page-placeholder'
import { commonHeaders, policyOf } from './lib/platform/http/security-headers'
import { LANGUAGE_HEADER } from './lib/platform/i18n/locale'
import { languageInAddress } from './lib/server/language-in-address'
import { PATH_HEADER } from './lib/staff/rules/paths'

const POLICY = 'content-security-policy'

/**
 * Returns the cookie of a receipt that the page of `pathname` shows. It is deleted with that page, because it is shown
 * once.
 */
function receiptCookie(request: NextRequest, pathname: string): string | undefined {
  if (request.headers.has('next-router-prefetch')) return undefined
  const slug = /^\/consultations\/([^/]+)\/resultats$/.exec(pathname)?.[1]
  if (!slug && pathname !== '/signalements') return undefined
  const base = slug ? 'avis_new_receipt' : 'avis_report'
  return [`__Host-${base}`, base].find((name) => {
    const value = request.cookies.get(name)?.value
    return value !== undefined && (!slug || value.startsWith(`${slug}.`))
  })
}

/** Passes pages what they cannot know themselves, and sets the headers where there is no front door. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  const headers = new Headers(request.headers)
  // Passes a staff page its own address, which Next does not. A visitor who has to sign in first comes back to it.
  headers.set(PATH_HEADER, pathname + search)
  // The front door, where there is one, has set all this already (server.ts).
  const alone = !headers.has(POLICY)
  const policy = policyOf(pathname, newNonce())
  if (alone && policy) headers.set(POLICY, policy)
  if (alone) {
    const header = (name: string) => request.headers.get(name) ?? undefined
    const { locale, to } = languageInAddress({ method: request.method, address: pathname + search, header })
    if (to) return NextResponse.redirect(new URL(to, request.nextUrl), 307)
    headers.set(LANGUAGE_HEADER, locale ?? '')
  }
  const response = NextResponse.next({ request: { headers } })
  if (alone) for (const [name, value] of commonHeaders(pathname)) response.headers.set(name, value)
  // A header set here cannot be overridden by a route, and a publisher's frame does override it.
  if (alone && policy && !pathname.startsWith('/embed/')) response.headers.set(POLICY, policy)
  const cookie = receiptCookie(request, pathname)
  // Not response.cookies: Next passes those on to the page, which would find the receipt already deleted.
  if (cookie) {
    const where = cookie.startsWith('__Host-') ? 'Path=/; Secure' : `Path=${pathname}`
    response.headers.append('set-cookie', `${cookie}=; ${where}; Max-Age=0; HttpOnly`)
  }
  return response
}

/** The requests that Next passes to `proxy`. */
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
    {
      source: '/consultations/:slug/resultats',
      has: [{ type: 'cookie', key: '__Host-avis_new_receipt' }],
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
    {
      source: '/signalements',
      has: [{ type: 'cookie', key: '__Host-avis_report' }],
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
    '/redaction/:path*',
    '/moderation/:path*',
    '/administration/:path*',
    // Without the front door: everything.
    { source: '/:path*', missing: [{ type: 'header', key: 'content-security-policy' }] },
  ],
}
