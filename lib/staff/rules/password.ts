import type { FieldCode } from '../../platform/http/problem-codes'

/** NIST SP 800-63B asks for 8 with and 15 without a second factor; length is worth more than odd signs. */
export const SHORTEST = 12
/** Whole sentences fit; a megabyte to hash does not. */
export const LONGEST = 200

/** Of twelve characters and more, what is tried first. Spaces, case and the digits at the end do not count. */
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
/** «aaaaaaaaaaaa», «121212121212»: long, and still only this many different signs. */
const TOO_FEW_SIGNS = 3

const bare = (password: string) => password.toLowerCase().replace(/\s/g, '')
/** 0123456789 forwards or back, again and again. */
const isCounting = (text: string) =>
  /^\d+$/.test(text) &&
  [1, 9].some((step) =>
    [...text].every((sign, i) => !i || (Number(text[i - 1]) + step) % 10 === Number(sign)),
  )

/** What is wrong with a password that the owner of `email` chose, or undefined. */
export function passwordFault(password: string, email: string): FieldCode | undefined {
  const length = [...password].length
  if (length < SHORTEST) return 'password_short'
  if (length > LONGEST) return 'password_long'
  const text = bare(password)
  if (text === bare(email) || text === bare(email).split('@')[0]) return 'password_is_email'
  const known = COMMON.has(text) || COMMON.has(text.replace(/\d+$/, ''))
  return known || isCounting(text) || new Set(text).size <= TOO_FEW_SIGNS ? 'password_common' : undefined
}

/** The same password typed on another keyboard or system is the same bytes. */
export const normalised = (password: string) => password.normalize('NFKC')
