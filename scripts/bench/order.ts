/** What a load process is told, and what it tells when it is done. */
export type LoadOrder = {
  port: number
  method: 'GET' | 'POST'
  path: string
  /** `{network}` stands for an address of another network each time. */
  headers: Record<string, string>
  /** Sent in turn; for GET none. `{attempt}` stands for a fresh form token. */
  bodies: string[]
  connections: number
  seconds: number
  /** What stands before, in an answer, the text by which its ballot is found again; the text ends at a quote. */
  receiptAfter?: string
  /** Signs form tokens, as the page that readers vote from does. */
  secret?: string
}

export type LoadReport = {
  answered: number
  /** Answers that were no 2xx, and connections that broke. */
  failed: number
  perSecond: number
  /** Milliseconds from the last byte sent to the last byte of the answer. */
  p50: number
  p95: number
  p99: number
  /** Processor time of the generator for one request, in microseconds. */
  ownMicroseconds: number
  receipts: string[]
}

/** An address in a /48 of its own, for as many as there are (RFC 9637: the larger range of examples). */
export const networkNumber = (n: number) =>
  `3fff:${((n >>> 16) & 0xfff).toString(16)}:${(n & 0xffff).toString(16)}::1`
