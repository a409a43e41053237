/** Crockford's base 32. It has no I, L, O or U, so that a code read aloud or copied by hand stays correct. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/**
 * Characters of a code. 20 characters are 100 bits. A receipt cannot be guessed, so a plain hash of it can be stored.
 */
export const LENGTH = 20

/** Returns the code that a person meant by what they typed, or undefined when it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const valid = code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character))
  return valid ? code.match(/.{5}/g)?.join('-') : undefined
}
