import type { Seams } from '../pack'

/** Spanish words before which a paste loses line ends, as written. */
export const seams: Seams = {
  starters: ['Y usted', 'Seg[uú]n usted', '¿(?:Qu[eé]|C[oó]mo|Cu[aá]l|Cree|Est[aá]|Y usted)'],
  plainStarters: ['¿Qu[eé] (?:opin|piens)'],
  openers: ['Seg[uú]n'],
  afters: ['Lea tambi[eé]n', 'Noticias relacionadas'],
}
