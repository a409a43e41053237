import type { Context } from 'hono'
import { type Locale, languageOf } from '../i18n/locale'
import { env } from '../runtime/env'
import { clientNetwork } from './client-address'
import { wantsPage } from './content-type'
import { type Exchange, honoExchange } from './exchange'

const known = new WeakMap<Context, ClientRequest>()

/** What the headers of a request reveal about the client. Each is read on first use, and once. */
export class ClientRequest {
  private networkRead?: { network: string | undefined }
  private localeRead?: Locale
  private wantsPageRead?: boolean

  constructor(protected readonly exchange: Exchange) {}

  /** Returns the network in which the client counts, as far as trusted proxies report it. */
  get network(): string | undefined {
    this.networkRead ??= {
      network: clientNetwork(this.exchange.header('x-forwarded-for'), env().AVIS_PROXY_HOPS),
    }
    return this.networkRead.network
  }

  /**
   * Returns whether a proxy passed the request on though the settings know none: many clients may share its address.
   */
  get isShared(): boolean {
    return (
      env().AVIS_PROXY_HOPS === 0 &&
      (this.exchange.header('forwarded') !== undefined ||
        (this.exchange.header('x-forwarded-for') ?? '').includes(','))
    )
  }

  /** Returns the language of the answer. */
  get locale(): Locale {
    this.localeRead ??= languageOf((name) => this.exchange.header(name))
    return this.localeRead
  }

  /** Returns whether a browser sent a form without JavaScript, and will show the answer as a page. */
  get wantsPage(): boolean {
    this.wantsPageRead ??= wantsPage(this.exchange)
    return this.wantsPageRead
  }
}

/** Returns what `make` makes of the request, the same object for every caller. */
export function onceOf<T extends ClientRequest>(
  c: Context,
  isOne: (request: ClientRequest) => request is T,
  make: (exchange: Exchange) => T,
): T {
  const before = known.get(c)
  if (before && isOne(before)) return before
  const made = make(honoExchange(c))
  known.set(c, made)
  return made
}

const isAny = (request: ClientRequest): request is ClientRequest => request instanceof ClientRequest

/** Returns the client's request. Where readers are known too, use `contextOf` (lib/readers/request-context.ts). */
export const clientRequest = (c: Context): ClientRequest =>
  onceOf(c, isAny, (exchange) => new ClientRequest(exchange))
