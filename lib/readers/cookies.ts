import type { CookieOptions } from 'hono/utils/cookie'
import { cookieName, cookiePath, isSecure, readCookie } from '../platform/http/cookie-names'
import { cookieIn, type Exchange, type Headers } from '../platform/http/exchange'
import { LANGUAGE_COOKIE, type Locale } from '../platform/i18n/locale'
import { env } from '../platform/runtime/env'
import { bySecret, secrets } from '../platform/runtime/secrets'
import { secretOf } from './rules/form-token'
import { grantedReader, grantsCookie, readGrants } from './rules/grants'
import { newReaderId, pseudonymOf, readerCookie, readerIdOfAttempt, readReaderCookie } from './rules/identity'

/** The cookie with the reader's random id. It is set when they vote, and never before. */
export const READER_COOKIE = 'avis_reader'
/** The cookie with what the receipts typed on this device opened. */
export const GRANTS_COOKIE = 'avis_receipts'
/** The cookie that carries a new receipt to the one page that shows it, for a reader without JavaScript. */
export const NEW_RECEIPT_COOKIE = 'avis_new_receipt'

/** The cookie that carries a receipt that was not found back to the field in which it was typed. */
export const TYPED_RECEIPT_COOKIE = 'avis_typed_receipt'

/** The cookie that carries a report's receipt, or one typed to find its answer, to the page that shows it. */
export const REPORT_RECEIPT_COOKIE = 'avis_report'

/**
 * Days that a lasting cookie stays: longer than a consultation stays open, well under the 13 months that CNIL allows.
 */
export const COOKIE_DAYS = 180
const NEW_RECEIPT_SECONDS = 300

const lasting = (secure: boolean): CookieOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Lax',
  secure,
  maxAge: COOKIE_DAYS * 24 * 3600,
})
const [SECURE, PLAIN] = [lasting(true), lasting(false)]
const options = () => (isSecure() ? SECURE : PLAIN)

/** The cookies that identify a reader, or store their choice. They last, and are renewed under their present names. */
const LASTING = [READER_COOKIE, GRANTS_COOKIE, LANGUAGE_COOKIE]

const fromRequest = (exchange: Exchange, name: string) => readCookie((one) => cookieIn(exchange, one), name)
const set = (exchange: Exchange, name: string, value: string, more?: CookieOptions) =>
  exchange.setCookie(cookieName(name), value, more ? { ...options(), ...more } : options())

/** Returns whether a request has cookies that were set before the site had HTTPS, or the prefix. */
export const hasOldNames = (request: Headers) => isSecure() && OLD_NAME.test(request.header('cookie') ?? '')

/** Renames cookies set before the site had HTTPS, or the prefix, to their present names, and deletes the old ones. */
export function renewOldNames(exchange: Exchange) {
  if (!hasOldNames(exchange)) return
  for (const name of LASTING) {
    const old = cookieIn(exchange, name)
    if (old === undefined) continue
    if (cookieIn(exchange, cookieName(name)) === undefined) set(exchange, name, old)
    exchange.setCookie(name, '', { ...options(), maxAge: 0 })
  }
}
const OLD_NAME = new RegExp(`(?:^|;\\s*)(?:${LASTING.join('|')})=`)

/** Returns what the receipts typed on this device opened, as its cookie lists it. */
export const grantsIn = (cookie: string | undefined) => bySecret((secret) => readGrants(cookie, secret)) ?? []

type Survey = { id: number; readerKey: Uint8Array }
type Pseudonym = Uint8Array<ArrayBuffer>

/** Returns the reader as `survey` knows them: by a receipt typed here, else by their own cookie, else undefined. */
function readerFromCookies(
  survey: Survey,
  cookies: { reader: string | undefined; grants: string | undefined },
): Pseudonym | undefined {
  const granted = grantedReader(grantsIn(cookies.grants), survey.id)
  if (granted) return granted
  const id = bySecret((secret) => readReaderCookie(cookies.reader, secret))
  // A destroyed key (lib/surveys/commands/keys.ts) recognises no reader.
  return id && survey.readerKey.length ? pseudonymOf(survey.readerKey, id) : undefined
}

/** Returns the reader of a page that Next renders, by the cookies of its request. */
export const readerOfPage = (jar: Parameters<typeof cookieOf>[0], survey: Survey): Pseudonym | undefined =>
  readerFromCookies(survey, {
    reader: cookieOf(jar, READER_COOKIE),
    grants: cookieOf(jar, GRANTS_COOKIE),
  })

/**
 * Returns the reader of a request to the API in `survey`: the one whose receipt was typed in this browser, else the one of
 * its cookie; undefined if it has neither.
 */
export const currentReader = (exchange: Exchange, survey: Survey): Pseudonym | undefined =>
  exchange.header('cookie')
    ? readerFromCookies(survey, {
        reader: fromRequest(exchange, READER_COOKIE),
        grants: fromRequest(exchange, GRANTS_COOKIE),
      })
    : undefined

/** The reader who casts a ballot. */
export type VotingReader = {
  reader: Pseudonym
  /** The attempt from which their receipt is computed, when this is an attempt at a first vote. */
  attempt?: string
  /** Whether the same client will be the same reader at its next request. */
  lasting: boolean
  /** Sets their cookie, once they have voted. */
  remember: () => void
}

/** Returns the reader who votes now: the `known` one, or a new one, derived from `attempt` if there is one. */
export function votingReader(
  exchange: Exchange,
  survey: Survey,
  attempt: string | undefined,
  known = currentReader(exchange, survey),
): VotingReader {
  if (known) return { reader: known, lasting: true, remember: () => undefined }
  const id = attempt ? readerIdOfAttempt(attempt, secretOf(attempt, secrets())) : newReaderId()
  return {
    reader: pseudonymOf(survey.readerKey, id),
    ...(attempt && { attempt }),
    lasting: attempt !== undefined,
    remember: () => set(exchange, READER_COOKIE, readerCookie(id, env().AVIS_SECRET)),
  }
}

/** Makes this device act as the reader whose receipt was typed here. */
export function grantReader(exchange: Exchange, surveyId: number, reader: Uint8Array) {
  const known = grantsIn(fromRequest(exchange, GRANTS_COOKIE))
  set(exchange, GRANTS_COOKIE, grantsCookie(known, surveyId, reader, env().AVIS_SECRET))
}

const shortly = (path: string): CookieOptions => ({ path: cookiePath(path), maxAge: NEW_RECEIPT_SECONDS })

/**
 * Hands a new receipt to the results page of `slug`, which shows it once (proxy.ts then deletes its cookie). The value
 * contains the slug, because browsers may send the cookie to the pages of other consultations too.
 */
export const passReceipt = (exchange: Exchange, slug: string, receipt: string) =>
  set(exchange, NEW_RECEIPT_COOKIE, `${slug}.${receipt}`, shortly(`/consultations/${slug}/resultats`))

/** Returns the receipt that `passReceipt` handed to the page of `slug`. */
export function passedReceipt(cookie: string | undefined, slug: string): string | undefined {
  const [of, receipt] = cookie?.split('.') ?? []
  return of === slug ? receipt : undefined
}

/** Hands a mistyped receipt back to the page that asks for it. The reader's browser keeps it; we do not. */
export const passTypedReceipt = (exchange: Exchange, page: string, typed: string) =>
  set(exchange, TYPED_RECEIPT_COOKIE, typed, shortly(`/${page}`))

/** Hands the receipt of a report to the page that will show its answer. */
export const passReportReceipt = (exchange: Exchange, code: string) =>
  set(exchange, REPORT_RECEIPT_COOKIE, code, shortly('/signalements'))

/** Stores in a cookie the language that a reader, or a member of staff, chose for the pages they see. */
export const chooseLanguage = (exchange: Exchange, locale: Locale) => set(exchange, LANGUAGE_COOKIE, locale)

/** Returns the value of our cookie `name` on a page of Next. */
export const cookieOf = (jar: { get: (name: string) => { value: string } | undefined }, name: string) =>
  readCookie((one) => jar.get(one)?.value, name)
