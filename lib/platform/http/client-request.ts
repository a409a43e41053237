import type { Context } from 'hono'
import { type Locale, languageOf } from '../i18n/locale'
import { env } from '../runtime/env'
import { clientNetwork } from './client-address'
import { wantsPage } from './content-type'

const known = new WeakMap<Context, ClientRequest>()

/** What the headers of a request say of the client. Each is read when it is asked for, and once. */
export class ClientRequest {
  private networkRead?: { network: string | undefined }
  private localeRead?: Locale
  private wantsPageRead?: boolean

  constructor(protected readonly c: Context) {
    known.set(c, this)
  }

  /** The network that the client counts in, as far as trusted proxies tell. */
  get network(): string | undefined {
    this.networkRead ??= {
      network: clientNetwork(this.c.req.header('x-forwarded-for'), env().AVIS_PROXY_HOPS),
    }
    return this.networkRead.network
  }

  /** Whether somebody passed the request on though no proxy of ours is known: its address may be that of many. */
  get isShared(): boolean {
    return (
      env().AVIS_PROXY_HOPS === 0 &&
      (this.c.req.header('forwarded') !== undefined ||
        (this.c.req.header('x-forwarded-for') ?? '').includes(','))
    )
  }

  /** The language of the answer. */
  get locale(): Locale {
    this.localeRead ??= languageOf((name) => this.c.req.header(name))
    return this.localeRead
  }

  /** Whether a browser sent a form by itself, and shows what comes back. */
  get wantsPage(): boolean {
    this.wantsPageRead ??= wantsPage(this.c)
    return this.wantsPageRead
  }
}

/** Returns what was read of the request so far, if anything was. */
export const knownRequest = (c: Context): ClientRequest | undefined => known.get(c)

/** Returns the client's request. Where readers are known too, use `contextOf` (lib/readers/request-context.ts). */
export const clientRequest = (c: Context): ClientRequest => known.get(c) ?? new ClientRequest(c)
