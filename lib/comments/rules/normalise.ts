import { limitMarks } from '../../platform/i18n/clean-text'

/** A text in which spellings of the same word are unified, with the original offset of each of its characters. */
export type NormalisedText = { text: string; at: number[] }

/** Letters of other scripts, and symbols, that are read as Latin letters: they serve to get around a word list. */
const LOOK_ALIKES: Record<string, string> = {
  ...Object.fromEntries(
    [
      'аa',
      'вb',
      'сc',
      'еe',
      'нh',
      'іi',
      'ӏi',
      'јj',
      'кk',
      'мm',
      'оo',
      'рp',
      'ѕs',
      'тt',
      'уy',
      'хx',
      'ԁd',
      'ԛq',
      'ԝw',
    ]
      .concat(['αa', 'βb', 'εe', 'ηn', 'ιi', 'κk', 'μu', 'νv', 'οo', 'ρp', 'τt', 'υu', 'χx', 'γy', 'ωw'])
      .map(([from, to]) => [from, to]),
  ),
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  // Letters to Unicode, apostrophes to readers.
  ʼ: "'",
  ʻ: "'",
  ʹ: "'",
}
const TO_FOLD = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'gu')
/** Digits and symbols that stand for a letter, when they touch one. */
const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

const LETTER = /\p{L}/u

/**
 * Returns lower-case letters without accents, with ligatures split and look-alikes replaced by the Latin letter they
 * imitate.
 */
export const plainLetters = (text: string): string =>
  limitMarks(text)
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .toLowerCase()
    .replace(TO_FOLD, (letter) => LOOK_ALIKES[letter] ?? letter)

/**
 * A ligature of three letters may stand for them. One that unfolds into a sentence hides no word, and lengthens texts.
 */
const MAX_UNFOLDED = 3

/** Latin, Greek, Cyrillic and other alphabets lie below: each of their characters is folded once in a process. */
const KEPT_BELOW = 0x3000
const kept = new Map<string, string>()

function foldCharacter(character: string): string {
  const known = kept.get(character)
  if (known !== undefined) return known
  const plain = plainLetters(character)
  const folded = Array.from(plain).length > MAX_UNFOLDED ? character.toLowerCase() : plain
  if ((character.codePointAt(0) ?? 0) < KEPT_BELOW) kept.set(character, folded)
  return folded
}

/**
 * Applies `plainLetters` character by character, and replaces digits and symbols that stand for a letter by that
 * letter.
 */
export function normalise(text: string): NormalisedText {
  const characters = Array.from(text)
  const isLetter = characters.map((character) => LETTER.test(character))
  const folded: string[] = []
  const at: number[] = []
  let offset = 0
  for (const [index, character] of characters.entries()) {
    const touches = isLetter[index - 1] || isLetter[index + 1]
    const letters = (touches && LEET[character]) || foldCharacter(character)
    for (const letter of letters) {
      folded.push(letter)
      for (let unit = 0; unit < letter.length; unit++) at.push(offset)
    }
    offset += character.length
  }
  at.push(text.length)
  return { text: folded.join(''), at }
}

/** Returns only the letters and digits of a text: the same for the same words, however they are set. */
export const fingerprint = ({ text }: NormalisedText): string => text.replace(/[^\p{L}\p{N}]/gu, '')
