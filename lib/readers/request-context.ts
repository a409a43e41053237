import type { Context } from 'hono'
import { ClientRequest, onceOf } from '../platform/http/client-request'
import { bySecret } from '../platform/runtime/secrets'
import { currentReader, passReceipt, type VotingReader, votingReader } from './cookies'
import { type FormToken, readFormToken } from './rules/form-token'
import { isPageView } from './rules/opened-by-person'

type Survey = Parameters<typeof currentReader>[1]
type Reader = ReturnType<typeof currentReader>

/** The header in which a client sends its proof of work: `{challenge, solution}` as JSON, in base64. */
const PROOF_HEADER = 'avis-proof'
/** The header that identifies a vote, so that a retry counts as the same vote. */
const ATTEMPT_HEADER = 'idempotency-key'

/** What a request reveals about its sender: the client, the reader, and what they prove. */
export class RequestContext extends ClientRequest {
  private readerRead?: { surveyId: number; reader: Reader }
  private tokenRead?: { text: string; token: FormToken | undefined }

  /** Returns the reader as `survey` knows them; undefined if it does not. */
  readerOf(survey: Survey): Reader {
    if (this.readerRead?.surveyId !== survey.id)
      this.readerRead = { surveyId: survey.id, reader: currentReader(this.exchange, survey) }
    return this.readerRead.reader
  }

  /** Returns the reader who votes now: the one that `survey` knows, or a new one. */
  votingReaderOf(survey: Survey, attempt: string | undefined): VotingReader {
    return votingReader(this.exchange, survey, attempt, this.readerOf(survey))
  }

  /** Returns what a page of ours wrote into the token of its form; undefined for any other text. */
  formToken(text: string): FormToken | undefined {
    if (this.tokenRead?.text !== text)
      this.tokenRead = { text, token: bySecret((secret) => readFormToken(text, secret)) }
    return this.tokenRead.token
  }

  get proof(): string | undefined {
    return this.exchange.header(PROOF_HEADER)
  }

  get attempt(): string | undefined {
    return this.exchange.header(ATTEMPT_HEADER)
  }

  /** Returns whether a person opens a page, as far as headers show. */
  get isPageView(): boolean {
    return isPageView((name) => this.exchange.header(name))
  }

  /** Shows a new receipt once, on the results page of `slug`. */
  passReceipt(slug: string, receipt: string) {
    passReceipt(this.exchange, slug, receipt)
  }
}

const isContext = (request: ClientRequest): request is RequestContext => request instanceof RequestContext

/** Returns the context of a request: the same object for every caller. */
export const contextOf = (c: Context): RequestContext =>
  onceOf(c, isContext, (exchange) => new RequestContext(exchange))
