import { type Rewriting, rewrite } from './rewriting'
import { WINDOWS_1252 } from './windows-1252'

const CONTINUATION = `[\\u0080-\\u00bf${WINDOWS_1252.join('')}]`
// Only the lead bytes of European text and emoji: «É»» alone must stay as it is.
const DAMAGED = new RegExp(
  `\\u00c3\\u00a0?(?= )|(?<=[\\p{L}\\d«“»”)])Â(?= )|[ÂÃÅ]${CONTINUATION}|[âï]${CONTINUATION}{2}|ð${CONTINUATION}{3}`,
  'gu',
)
const decoder = new TextDecoder('utf-8', { fatal: true })

function byteOf(character: string): number {
  const code = character.charCodeAt(0)
  return code < 0x100 ? code : 0x80 + WINDOWS_1252.indexOf(character)
}

function decode(damaged: string): string | undefined {
  try {
    return decoder.decode(Uint8Array.from(damaged, byteOf))
  } catch {
    // Not UTF-8 after all: the author wrote these letters.
    return undefined
  }
}

/** Repairs UTF-8 that was read as Windows-1252 («Ã©», «â€™», «Â«»). */
export function mendMojibake(text: string): Rewriting {
  return rewrite(text, DAMAGED, ({ 0: damaged, index }) => {
    // The rest of a no-break space that became a plain one.
    if (damaged === 'Â') return ''
    // The second byte of «à» is a no-break space, which many tools turn into a space or drop.
    if (damaged === 'Ã' || damaged === 'Ã\u00a0') {
      return /\p{L}/u.test(text.charAt(index + damaged.length)) ? 'à ' : 'à'
    }
    return decode(damaged)
  })
}
