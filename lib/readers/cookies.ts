import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import { env } from '../env'
import { LANGUAGE_COOKIE, type Locale } from '../language'
import { bySecret, secrets } from '../secrets'
import { secretOf } from './rules/form-token'
import { grantedReader, grantsCookie, readGrants } from './rules/grants'
import { newReaderId, pseudonymOf, readerCookie, readerIdOfAttempt, readReaderCookie } from './rules/identity'

/** The reader's random id. Set when they vote, and never before. */
export const READER_COOKIE = 'avis_reader'
/** What receipts typed on this device opened. */
export const GRANTS_COOKIE = 'avis_receipts'
/** A receipt on its way to the one page that shows it, for a reader without JavaScript. */
export const NEW_RECEIPT_COOKIE = 'avis_new_receipt'

/** A receipt that was not found, on its way back to the field it was typed in. */
export const TYPED_RECEIPT_COOKIE = 'avis_typed_receipt'

/** The receipt of a report, or one that was typed to find its answer, on its way to the page that shows it. */
export const REPORT_RECEIPT_COOKIE = 'avis_report'

/** Half a year: longer than a consultation stays open, well under the 13 months that CNIL allows. */
export const COOKIE_DAYS = 180
const NEW_RECEIPT_SECONDS = 300

const options = (): CookieOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Lax',
  secure: env().AVIS_ORIGIN?.startsWith('https:') ?? false,
  maxAge: COOKIE_DAYS * 24 * 3600,
})

/** What receipts typed on this device opened, by its cookie. */
export const grantsIn = (cookie: string | undefined) => bySecret((secret) => readGrants(cookie, secret)) ?? []

type Survey = { id: number; readerKey: Uint8Array }
type Pseudonym = Uint8Array<ArrayBuffer>

/** The reader as `survey` knows them: by a receipt typed here, else by their own cookie, else nobody. */
export function readerFromCookies(
  survey: Survey,
  cookies: { reader: string | undefined; grants: string | undefined },
): Pseudonym | undefined {
  const granted = grantedReader(grantsIn(cookies.grants), survey.id)
  if (granted) return granted
  const id = bySecret((secret) => readReaderCookie(cookies.reader, secret))
  // A destroyed key (lib/surveys/commands/keys.ts) recognises nobody.
  return id && survey.readerKey.length ? pseudonymOf(survey.readerKey, id) : undefined
}

export const currentReader = (c: Context, survey: Survey): Pseudonym | undefined =>
  readerFromCookies(survey, { reader: getCookie(c, READER_COOKIE), grants: getCookie(c, GRANTS_COOKIE) })

export type VotingReader = {
  reader: Pseudonym
  /** What makes their receipt, when this is an attempt at a first vote. */
  attempt?: string
  /** Whether the same client will be the same reader when it asks again. */
  lasting: boolean
  /** Sets their cookie, once they have voted. */
  remember: () => void
}

/** The reader who votes now: the current one, or a new one, made from `attempt` if there is one. */
export function votingReader(c: Context, survey: Survey, attempt: string | undefined): VotingReader {
  const known = currentReader(c, survey)
  if (known) return { reader: known, lasting: true, remember: () => undefined }
  const id = attempt ? readerIdOfAttempt(attempt, secretOf(attempt, secrets())) : newReaderId()
  return {
    reader: pseudonymOf(survey.readerKey, id),
    ...(attempt && { attempt }),
    lasting: attempt !== undefined,
    remember: () => setCookie(c, READER_COOKIE, readerCookie(id, env().AVIS_SECRET), options()),
  }
}

/** Makes this device the one of the reader whose receipt was typed here. */
export function grantReader(c: Context, surveyId: number, reader: Uint8Array) {
  const known = grantsIn(getCookie(c, GRANTS_COOKIE))
  setCookie(c, GRANTS_COOKIE, grantsCookie(known, surveyId, reader, env().AVIS_SECRET), options())
}

/** Hands a new receipt to the results page of `slug`, which shows it once (proxy.ts takes it away again). */
export function passReceipt(c: Context, slug: string, receipt: string) {
  const path = `/consultations/${slug}/resultats`
  setCookie(c, NEW_RECEIPT_COOKIE, receipt, { ...options(), path, maxAge: NEW_RECEIPT_SECONDS })
}

/** Hands a mistyped receipt back to the page that asks for it: kept by the reader's browser, not by us. */
export const passTypedReceipt = (c: Context, page: string, typed: string) =>
  setCookie(c, TYPED_RECEIPT_COOKIE, typed, { ...options(), path: `/${page}`, maxAge: NEW_RECEIPT_SECONDS })

/** Hands the receipt of a report to the page where its answer will be. */
export const passReportReceipt = (c: Context, code: string) =>
  setCookie(c, REPORT_RECEIPT_COOKIE, code, {
    ...options(),
    path: '/signalements',
    maxAge: NEW_RECEIPT_SECONDS,
  })

/** Keeps the language that a reader, or a member of staff, chose for the pages they see. */
export const chooseLanguage = (c: Context, locale: Locale) => setCookie(c, LANGUAGE_COOKIE, locale, options())
