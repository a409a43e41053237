import { anyOf, PACKS } from '../../languages'

const NUMBERS: Record<string, number> = Object.assign(
  {},
  ...Object.values(PACKS).map(({ questions }) => questions.scale.numbers),
)
const NUMBER = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
const RATES = new RegExp(`\\b${anyOf(({ questions }) => questions.scale.rates)}`)
const RANGE = new RegExp(
  `\\b${anyOf(({ questions }) => questions.scale.from)} ${NUMBER} ${anyOf(({ questions }) => questions.scale.to)} ${NUMBER}\\b|\\b(\\d{1,2}) ?(?:-|–|${anyOf(({ questions }) => questions.scale.between)}) ?(\\d{1,2})\\b`,
)
/** Matches a range at the start: «De 0 à 10, quelle confiance…». */
const OPENING_RANGE = new RegExp(
  `^(?:et |and )?${anyOf(({ questions }) => questions.scale.opensFrom)} ${NUMBER} ${anyOf(({ questions }) => questions.scale.to)} ${NUMBER}(?:,| )`,
)
const TOP = new RegExp(
  `(?:${anyOf(({ questions }) => questions.scale.of)}|/) ?${NUMBER}\\b(?! ${anyOf(({ questions }) => questions.scale.units)})`,
)
const STARS = new RegExp(`\\b${anyOf(({ questions }) => questions.scale.stars)}\\b`)
/** Maximum width: wider scales cannot be shown as a row of answers. */
const WIDEST = 20

const numberOf = (word: string) => NUMBERS[word] ?? Number.parseInt(word, 10)

/** Returns the steps of a question's scale («sur une échelle de 1 à 5»); undefined when it has none. */
export function scaleOf(question: string): string[] | undefined {
  // Removes labels from «de 0 (pas du tout) à 5 (tout à fait)».
  const plainQuestion = question.replace(/ ?\([^()]{0,60}\)/g, '')
  if (!RATES.test(plainQuestion) && !OPENING_RANGE.test(plainQuestion)) return undefined
  const range = RANGE.exec(plainQuestion)
  const top = TOP.exec(plainQuestion)?.[1]
  let low = numberOf(range?.[1] ?? range?.[3] ?? '')
  let high = numberOf(range?.[2] ?? range?.[4] ?? '')
  if (!range && top) {
    high = numberOf(top)
    // French school marks start at zero; stars and marks out of five or ten start at one.
    low = high === 20 ? 0 : 1
  }
  if (!range && !top && STARS.test(plainQuestion)) [low, high] = [1, 5]
  if (!(high > low) || high - low > WIDEST || high - low < 2) return undefined
  return Array.from({ length: high - low + 1 }, (_, step) => String(low + step))
}
