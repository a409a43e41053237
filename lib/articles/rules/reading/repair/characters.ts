import { type Rewriting, rewrite } from './rewriting'
import { WINDOWS_1252 } from './windows-1252'

const ODD =
  /\r\n?|[\u0080-\u009f\u2028\u2029\f\v\0]|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\ufe0e|\ufe0f|\p{L}\p{M}{1,4}|？/gu

/**
 * Normalises a text: one kind of space, one kind of line end, no invisible characters, composed letters, C1 read as
 * Windows-1252.
 */
export function plainCharacters(text: string): Rewriting {
  return rewrite(text, ODD, ({ 0: odd }) => {
    const code = odd.charCodeAt(0)
    if (odd === '？') return '?'
    if (odd.startsWith('\r') || code === 0x85 || code === 0x2028 || code === 0x2029) {
      // U+0085 is an ellipsis in Windows, and no writer of articles uses it as a line end.
      return code === 0x85 ? '…' : '\n'
    }
    if (code >= 0x80 && code < 0xa0) return WINDOWS_1252[code - 0x80]
    if (code === 0x0b || code === 0x0c) return '\n'
    if (/[\p{L}]/u.test(odd)) return odd.normalize('NFC')
    return /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(odd) ? ' ' : ''
  })
}
