import { anyOf } from '../../languages'
import { plain } from '../reading/plain'

const LEVEL = new RegExp(`^${anyOf(({ questions }) => questions.levels)}(?!\\p{L})`, 'u')
/** Returns whether a few words are the step of a scale: «très satisfait». */
export const isLevel = (folded: string) => LEVEL.test(folded) && folded.split(' ').length <= 5

const BARE = new RegExp(`^${anyOf(({ questions }) => questions.levels)}$`, 'u')
/** Returns whether the words are a step and nothing else: «pas du tout». */
export const isBareLevel = (folded: string) => BARE.test(folded)

/** Matches levels in brackets or between dashes, at the end of a question. */
const NAMED = /(?:[([]([^()[\]]{5,200})[)\]]|\s[—–-]\s([^—–?]{5,200}?)(?:\s[—–-])?)\s*[?.]*$/u
const SEPARATOR = new RegExp(`\\s?[,;/]\\s?|\\s${anyOf(({ questions }) => questions.or)}\\s`, 'u')
const MIN_LEVELS = 3
const MAX_LEVELS = 11
const MAX_LENGTH = 40

/** Returns the steps of a scale that a question names after it («(très, assez, peu, pas du tout)»); else undefined. */
export function levelsOf(question: string): string[] | undefined {
  const match = NAMED.exec(question.slice(-260))
  const list = match?.[1] ?? match?.[2]
  if (list === undefined) return undefined
  const levels = list
    .split(SEPARATOR)
    .map((level) => level.trim())
    .filter((level) => level !== '')
  if (levels.length < MIN_LEVELS || levels.length > MAX_LEVELS) return undefined
  const graded = levels.filter((level) => LEVEL.test(plain(level))).length
  return levels.every(({ length }) => length <= MAX_LENGTH) && graded * 2 >= levels.length
    ? levels
    : undefined
}
