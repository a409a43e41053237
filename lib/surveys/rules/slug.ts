import { limitMarks } from '../../platform/i18n/clean-text'

/** The form of an address: lower-case letters and digits, in words joined by hyphens. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const SLUG_LENGTH = 100

// Short words carry no meaning in an address.
const EMPTY = /^(?:l|d|qu|n|s|c|j|le|la|les|un|une|des|du|de|et|a|au|aux|en|the|an|of|and|to|in)$/
/** Maximum words: enough to tell articles apart, few enough to be read in a message. */
const WORDS = 8

/** Builds an address from a title: «Jusqu'où ira l'IA ?» is `jusqu-ou-ira-ia`. Never empty. */
export function slugFrom(title: string): string {
  const words = limitMarks(title)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .split(/[^a-z0-9]+/)
    .filter((word) => word && !EMPTY.test(word))
  return words.slice(0, WORDS).join('-').slice(0, SLUG_LENGTH).replace(/-+$/, '') || 'consultation'
}
