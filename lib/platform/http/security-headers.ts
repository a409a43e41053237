import { env } from '../runtime/env'
import { oncePerProcess } from '../runtime/per-process'

/** A year, as browsers' lists of such sites ask. It covers this host alone, because the newsroom has others. */
const HSTS: [string, string] = ['strict-transport-security', `max-age=${365 * 24 * 3600}`]

/** The powerful features of a device that no page of ours needs, nor anything that could be injected into one. */
const DEVICES = ['camera', 'geolocation', 'microphone', 'midi', 'payment', 'usb', 'display-capture']

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')

const isSecure = () => env().AVIS_ORIGIN?.startsWith('https:') ?? false

/**
 * Returns the origin of the newsroom's sign-in: our form is redirected there, and browsers treat that as a form target.
 */
const signInElsewhere = () => {
  const { AVIS_OIDC_ISSUER: issuer } = env()
  return issuer ? ` ${new URL(issuer).origin}` : ''
}

/** The policy of data: it loads nothing, runs nothing and stands in no frame, whatever type a browser assumes. */
const DATA_POLICY = policy({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
})

/**
 * Returns the policy of a page that is one file: a publisher's frame, or a refusal in words. `styleHash` is the hash of
 * its own style.
 */
export const ownPagePolicy = (styleHash: string, { scripts, frames }: { scripts: string; frames: string }) =>
  policy({
    'default-src': "'none'",
    'style-src': `'sha256-${styleHash}'`,
    'script-src': scripts,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': frames,
  })

/**
 * The headers that decide the language of a page or refusal: their reader's choice, else their browser's
 * (lib/platform/i18n/locale.ts).
 */
export const VARY = 'accept-language, cookie'

const NONCE = '{nonce}'

const pageParts = () =>
  oncePerProcess('page-policy', () => {
    const developing = process.env.NODE_ENV === 'development'
    return policy({
      'default-src': "'self'",
      // `next dev` renders errors with eval, and receives them through a socket.
      'script-src': `'self' 'nonce-${NONCE}'${developing ? " 'unsafe-eval'" : ''}`,
      ...(developing && { 'connect-src': "'self' ws:" }),
      'style-src': `'self'${developing ? " 'unsafe-inline'" : ` 'nonce-${NONCE}'`}`,
      // The length of a bar and the look of a chart are attributes; they cannot decide what may run.
      'style-src-attr': "'unsafe-inline'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': `'self'${signInElsewhere()}`,
      'frame-ancestors': "'none'",
      ...(isSecure() && { 'upgrade-insecure-requests': '' }),
    }).split(NONCE)
  })

/**
 * Returns the policy of a page of Next's, whose own scripts carry `nonce`. An attacker who injects text into the page
 * cannot know it.
 */
const pagePolicy = (nonce: string) => pageParts().join(nonce)

/** Matches files of the build. A page loads a dozen of them, so their headers are a part of its weight. */
const FILES = /^\/(?:_next\/static\/|embed\.js)/
const NO_SNIFFING: [name: string, value: string] = ['x-content-type-options', 'nosniff']

/** Returns the headers of every answer, over TLS (`secure`) or not. */
export const headersOf = (secure: boolean): [name: string, value: string][] => [
  NO_SNIFFING,
  // Another page of ours receives the full address, which shows how readers came; other sites receive only our origin.
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', DEVICES.map((device) => `${device}=()`).join(', ')],
  ['cross-origin-opener-policy', 'same-origin'],
  ...(secure ? [HSTS] : []),
]

const common = () => oncePerProcess('common-headers', () => headersOf(isSecure()))

/**
 * Returns the headers of the answer to `path` besides its policy. The front door sets them (server.ts), or proxy.ts
 * where there is none.
 */
export const commonHeaders = (path: string) => (FILES.test(path) ? [NO_SNIFFING] : common())

const DATA = /^\/(?:api\/|embed\/|(?:healthz|readyz|metrics)(?:\?|$))/

/** Returns whether the answer to `path` may be a page of Next's, whose scripts need a nonce. */
export const takesNonce = (path: string) => !FILES.test(path) && !DATA.test(path)

/**
 * Returns what the answer to `path` may load and run; undefined for files, which are not viewed by themselves. A
 * publisher's frame sets a policy of its own (lib/results/http/embed.ts).
 */
export function policyOf(path: string, nonce: string): string | undefined {
  if (FILES.test(path)) return undefined
  return DATA.test(path) ? DATA_POLICY : pagePolicy(nonce)
}
