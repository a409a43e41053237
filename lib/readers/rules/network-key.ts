import { createHmac, hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { IPV6_PREFIXES, networksOf } from '../../platform/http/client-address'

/** Bytes of the widest network's key: 64 bits keep the widest networks of one day and survey apart. */
const MAX_BYTES = 8
/** Bytes that each narrower network adds. A wider one contains at most 256 of them, so 32 bits keep them apart. */
const NARROWER_BYTES = 4

/** Characters of a byte in a key. */
const HEX = 2

const [LINK, HOUSEHOLD, SITE] = IPV6_PREFIXES
/**
 * The bytes of an IPv6 network's key that identify each of its prefixes, narrowest first, with their shares of a limit.
 */
export const KEY_PREFIXES = [
  { bytes: MAX_BYTES + 2 * NARROWER_BYTES, share: LINK.share },
  { bytes: MAX_BYTES + NARROWER_BYTES, share: HOUSEHOLD.share },
  { bytes: MAX_BYTES, share: SITE.share },
] as const
const IPV6_KEY_BYTES = KEY_PREFIXES[0].bytes

type Named = {
  surveyId: number
  /** In milliseconds. */
  now: number
  secret: string
}
const DAY_MS = 86_400_000
const MAX_KEYS = 1_000
const keys = new LRUCache<number, { day: number; secret: string; key: string }>({ max: MAX_KEYS })

/**
 * Returns the key of a survey's day (UTC). It is cached, because each vote needs it. It has 192 bits and is so short
 * that, together with a network, it fits in one block of SHA-256. A plain hash is then as good as an HMAC.
 */
function dayKey({ surveyId, now, secret }: Named): string {
  const day = Math.floor(now / DAY_MS)
  const known = keys.get(surveyId)
  if (known?.day === day && known.secret === secret) return known.key
  const digest = createHmac('sha256', secret).update(`network\0${surveyId}\0${day}`).digest('base64')
  const key = digest.slice(0, 32)
  keys.set(surveyId, { day, secret, key })
  return key
}

/**
 * Returns the key of a network in one survey on one day. The same network has another key tomorrow, and in another
 * survey. An IPv6 network's key begins with those of the wider networks that contain it. All clients of unknown
 * networks share one key. The key is in hex.
 */
export function networkKey(network: string | undefined, named: Named): string {
  const ofDay = dayKey(named)
  const networks = networksOf(network ?? 'unknown')
  const [only] = networks
  if (only && networks.length === 1) return hash('sha256', ofDay + only.name, 'hex').slice(0, MAX_BYTES * HEX)
  let key = ''
  for (let index = networks.length - 1; index >= 0; index--) {
    const digest = hash('sha256', ofDay + networks[index]?.name, 'hex')
    key += digest.slice(0, (key ? NARROWER_BYTES : MAX_BYTES) * HEX)
  }
  return key
}

/** Returns the keys of the networks in which a network with `key` counts, each with its share of a limit. */
export const keysOf = (key: string): { key: string; share: number }[] =>
  key.length === IPV6_KEY_BYTES * HEX
    ? KEY_PREFIXES.map(({ bytes, share }) => ({ key: key.slice(0, bytes * HEX), share }))
    : [{ key, share: 1 }]
