import type { FieldCode } from '../../platform/http/problem-codes'

/**
 * Minimum characters. NIST SP 800-63B asks for 8 with and 15 without a second factor; length is worth more than odd
 * signs.
 */
export const SHORTEST = 12
/** Maximum characters: whole sentences fit, and a megabyte to hash does not. */
export const LONGEST = 200

/**
 * The passwords of twelve characters and more that guessers try first. Spaces, case and the digits at the end are
 * ignored.
 */
const COMMON = new Set(
  [
    'password',
    'passwordpassword',
    'motdepasse',
    'motdepassemotdepasse',
    'azertyuiop',
    'azertyuiopqsdfghjklm',
    'azertyazerty',
    'qwertyuiop',
    'qwertyuiopasdfghjkl',
    'qwertyqwerty',
    'administrateur',
    'administration',
    'administrator',
    'changemeplease',
    'changezmoi',
    'letmeinletmein',
    'iloveyou',
    'iloveyouiloveyou',
    'jetaimejetaime',
    'abcdefghijkl',
    'abcdefghijklmnopqrstuvwxyz',
    'bonjourbonjour',
    'bienvenue',
    'welcomewelcome',
    'consultation',
    'consultationdeslecteurs',
    'redaction',
    'journaliste',
  ].map((word) => word.toLowerCase()),
)
/** Minimum distinct characters, less one: «aaaaaaaaaaaa» and «121212121212» are long, and still have no more. */
const TOO_FEW_SIGNS = 3

const bare = (password: string) => password.toLowerCase().replace(/\s/g, '')
/** Returns whether a text counts up or down through the digits, repeatedly: 0123456789 or back. */
const isCounting = (text: string) =>
  /^\d+$/.test(text) &&
  [1, 9].some((step) =>
    [...text].every((sign, i) => !i || (Number(text[i - 1]) + step) % 10 === Number(sign)),
  )

/** Returns what is wrong with a password that the owner of `email` chose, or undefined. */
export function passwordFault(password: string, email: string): FieldCode | undefined {
  const length = [...password].length
  if (length < SHORTEST) return 'password_short'
  if (length > LONGEST) return 'password_long'
  const text = bare(password)
  if (text === bare(email) || text === bare(email).split('@')[0]) return 'password_is_email'
  const known = COMMON.has(text) || COMMON.has(text.replace(/\d+$/, ''))
  return known || isCounting(text) || new Set(text).size <= TOO_FEW_SIGNS ? 'password_common' : undefined
}

/** Normalises a password, so that another keyboard or system produces the same bytes. */
export const normalised = (password: string) => password.normalize('NFKC')
