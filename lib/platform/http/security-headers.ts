import { env } from '../runtime/env'
import { oncePerProcess } from '../runtime/per-process'

/** A year, as browsers' lists of such sites ask; of this name alone, for the newsroom has others. */
const HSTS: [string, string] = ['strict-transport-security', `max-age=${365 * 24 * 3600}`]

/** The powerful things of a device that no page of ours asks for, nor anything it could be made to show. */
const DEVICES = ['camera', 'geolocation', 'microphone', 'midi', 'payment', 'usb', 'display-capture']

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')

const isSecure = () => env().AVIS_ORIGIN?.startsWith('https:') ?? false

/** The sign-in of the house is a form of ours that is redirected there, which browsers hold to be sent there. */
const signInElsewhere = () => {
  const { AVIS_OIDC_ISSUER: issuer } = env()
  return issuer ? ` ${new URL(issuer).origin}` : ''
}

/** Of what is data: it loads nothing, runs nothing and stands in no frame, whatever a browser takes it for. */
const DATA_POLICY = policy({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
})

/** Of a page that is one file with `styleHash` of its own: a publisher's frame, or a refusal in words. */
export const ownPagePolicy = (styleHash: string, { scripts, frames }: { scripts: string; frames: string }) =>
  policy({
    'default-src': "'none'",
    'style-src': `'sha256-${styleHash}'`,
    'script-src': scripts,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': frames,
  })

/** What a page is in, or a refusal: the language of its reader's choice, else of their browser (lib/platform/i18n/locale.ts). */
export const VARY = 'accept-language, cookie'

const NONCE = '{nonce}'

const pageParts = () =>
  oncePerProcess('page-policy', () => {
    const developing = process.env.NODE_ENV === 'development'
    return policy({
      'default-src': "'self'",
      // What `next dev` shows of errors is made by eval, and told by a socket.
      'script-src': `'self' 'nonce-${NONCE}'${developing ? " 'unsafe-eval'" : ''}`,
      ...(developing && { 'connect-src': "'self' ws:" }),
      'style-src': `'self'${developing ? " 'unsafe-inline'" : ` 'nonce-${NONCE}'`}`,
      // The length of a bar and the looks of a chart are attributes; they say nothing of what may run.
      'style-src-attr': "'unsafe-inline'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': `'self'${signInElsewhere()}`,
      'frame-ancestors': "'none'",
      ...(isSecure() && { 'upgrade-insecure-requests': '' }),
    }).split(NONCE)
  })

/** Of a page of Next's, whose own scripts carry `nonce`: one that nobody can know who wrote something into the page. */
const pagePolicy = (nonce: string) => pageParts().join(nonce)

/** Files of the build, of which a page loads a dozen: their headers are a part of its weight. */
const FILES = /^\/(?:_next\/static\/|embed\.js)/
const NO_SNIFFING: [name: string, value: string] = ['x-content-type-options', 'nosniff']

/** What answers say, over TLS (`secure`) or not. */
export const headersOf = (secure: boolean): [name: string, value: string][] => [
  NO_SNIFFING,
  // The address of another page of ours tells how readers came here, and to others only that it was us.
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', DEVICES.map((device) => `${device}=()`).join(', ')],
  ['cross-origin-opener-policy', 'same-origin'],
  ...(secure ? [HSTS] : []),
]

const common = () => oncePerProcess('common-headers', () => headersOf(isSecure()))

/** What the answer to `path` says besides its policy: the front door does (server.ts), or proxy.ts where there is none. */
export const commonHeaders = (path: string) => (FILES.test(path) ? [NO_SNIFFING] : common())

const DATA = /^\/(?:api\/|embed\/|(?:healthz|readyz|metrics)(?:\?|$))/

/** Whether the answer to `path` may be a page of Next's, whose scripts want a nonce. */
export const takesNonce = (path: string) => !FILES.test(path) && !DATA.test(path)

/**
 * What the answer to `path` may load and run; undefined for files, which are not looked at by themselves. A publisher's
 * frame says more of itself (lib/results/http/embed.ts).
 */
export function policyOf(path: string, nonce: string): string | undefined {
  if (FILES.test(path)) return undefined
  return DATA.test(path) ? DATA_POLICY : pagePolicy(nonce)
}
