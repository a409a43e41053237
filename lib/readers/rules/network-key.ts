import { createHmac, hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { IPV6_PREFIXES, networksOf } from '../../platform/http/client-address'

/** 64 bits keep the widest networks of one day and survey apart. */
const WIDEST_BYTES = 8
/** At most 256 narrower networks are in a wider one: 32 bits keep them apart. */
const NARROWER_BYTES = 4

const [LINK, HOUSEHOLD, SITE] = IPV6_PREFIXES
/** How much of an IPv6 network's key names each of its prefixes, the narrowest first, with their shares of a limit. */
export const KEY_PREFIXES = [
  { bytes: WIDEST_BYTES + 2 * NARROWER_BYTES, share: LINK.share },
  { bytes: WIDEST_BYTES + NARROWER_BYTES, share: HOUSEHOLD.share },
  { bytes: WIDEST_BYTES, share: SITE.share },
] as const
const IPV6_KEY_BYTES = KEY_PREFIXES[0].bytes

type Named = { surveyId: number; now: Date; secret: string }
const DAY_MS = 86_400_000
const MOST_KEYS = 1_000
const keys = new LRUCache<number, { day: number; secret: string; key: string }>({ max: MOST_KEYS })

/**
 * The key of a survey's day (UTC), remembered: each vote asks for it. Of 192 bits and so short that together with a
 * network it is one block of SHA-256, whose hash is then as good as an HMAC.
 */
function dayKey({ surveyId, now, secret }: Named): string {
  const day = Math.floor(now.getTime() / DAY_MS)
  const known = keys.get(surveyId)
  if (known?.day === day && known.secret === secret) return known.key
  const digest = createHmac('sha256', secret).update(`network\0${surveyId}\0${day}`).digest('base64')
  const key = digest.slice(0, 32)
  keys.set(surveyId, { day, secret, key })
  return key
}

/**
 * A network as one survey knows it on one day: the same network has another key tomorrow, and in another survey. An
 * IPv6 network's key begins with those of the wider ones it is in. Clients whose network is unknown are all of one
 * network.
 */
export function networkKey(network: string | undefined, named: Named): Uint8Array<ArrayBuffer> {
  const ofDay = dayKey(named)
  const networks = networksOf(network ?? 'unknown')
  let key = ''
  for (let index = networks.length - 1; index >= 0; index--) {
    const digest = hash('sha256', ofDay + networks[index]?.name, 'binary')
    key += digest.slice(0, key ? NARROWER_BYTES : WIDEST_BYTES)
  }
  return new Uint8Array(Buffer.from(key, 'latin1'))
}

/** The keys of the networks that one with `key` counts in, each with its share of a limit. */
export function keysOf(key: Uint8Array<ArrayBuffer>): { key: string; share: number }[] {
  const text = Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1')
  if (key.length !== IPV6_KEY_BYTES) return [{ key: text, share: 1 }]
  return KEY_PREFIXES.map(({ bytes, share }) => ({ key: text.slice(0, bytes), share }))
}
