/** The order to a load process, and its report. */
export type LoadOrder = {
  port: number
  method: 'GET' | 'POST'
  path: string
  /** `{network}` stands for an address of another network each time, `{attempt}` for a fresh form token. */
  headers: Record<string, string>
  /** Sent in turn; for GET none. `{attempt}` stands for a fresh form token, `{n}` for a number. */
  bodies: string[]
  connections: number
  seconds: number
  /** Milliseconds that a connection waits between an answer and its next request. */
  pauseMs?: number
  /** Each is sent once, as `{cookie}` of the headers; the run ends early when there are no more. */
  cookies?: string[]
  /** Whether the report has the cookies that were set. */
  keepCookies?: boolean
  /** What precedes, in a response, the text by which its ballot is found later; the text ends at a quote. */
  receiptAfter?: string
  /** The key that signs form tokens, as the page that readers vote from does. */
  secret?: string
}

export type LoadReport = {
  answered: number
  /** Responses without a 2xx status, and connections that broke. */
  failed: number
  perSecond: number
  /** Milliseconds from the last byte sent to the last byte of the response. */
  p50: number
  p95: number
  p99: number
  /** Processor time of the generator for one request, in microseconds. */
  ownMicroseconds: number
  receipts: string[]
  cookies: string[]
}

/** Returns an address in a /48 of its own, for as many as there are (RFC 9637: the larger range of examples). */
export const networkNumber = (n: number) =>
  `3fff:${((n >>> 16) & 0xfff).toString(16)}:${(n & 0xffff).toString(16)}::1`
