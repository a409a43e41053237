import type { Context } from 'hono'
import { type Locale, languageOf } from '../i18n/locale'
import { env } from '../runtime/env'
import { clientNetwork } from './client-address'
import { wantsPage } from './content-type'

const known = new WeakMap<Context, ClientRequest>()

/** What the headers of a request reveal about the client. Each is read on first use, and once. */
export class ClientRequest {
  private networkRead?: { network: string | undefined }
  private localeRead?: Locale
  private wantsPageRead?: boolean

  constructor(protected readonly c: Context) {
    known.set(c, this)
  }

  /** Returns the network in which the client counts, as far as trusted proxies report it. */
  get network(): string | undefined {
    this.networkRead ??= {
      network: clientNetwork(this.c.req.header('x-forwarded-for'), env().AVIS_PROXY_HOPS),
    }
    return this.networkRead.network
  }

  /**
   * Returns whether a proxy passed the request on though the settings know none: many clients may share its address.
   */
  get isShared(): boolean {
    return (
      env().AVIS_PROXY_HOPS === 0 &&
      (this.c.req.header('forwarded') !== undefined ||
        (this.c.req.header('x-forwarded-for') ?? '').includes(','))
    )
  }

  /** Returns the language of the answer. */
  get locale(): Locale {
    this.localeRead ??= languageOf((name) => this.c.req.header(name))
    return this.localeRead
  }

  /** Returns whether a browser sent a form without JavaScript, and will show the answer as a page. */
  get wantsPage(): boolean {
    this.wantsPageRead ??= wantsPage(this.c)
    return this.wantsPageRead
  }
}

/** Returns what was read from the request so far; undefined if nothing was. */
export const knownRequest = (c: Context): ClientRequest | undefined => known.get(c)

/** Returns the client's request. Where readers are known too, use `contextOf` (lib/readers/request-context.ts). */
export const clientRequest = (c: Context): ClientRequest => known.get(c) ?? new ClientRequest(c)
