const NUMBERS: Record<string, number> = {
  zero: 0,
  un: 1,
  une: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  dix: 10,
  ten: 10,
  vingt: 20,
  cent: 100,
}
const NUMBER = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
const RATES =
  /\b(?:echelle|scale|not(?:e|es|ez|er|eriez|erais|eras|erez|ation|ations)|rate[sd]?|rating|score|etoiles?|stars?|points?|recommand|satisf|evalu|likely|out of|combien (?:lui |leur |y )?(?:mett|donn|attribu))/
const RANGE = new RegExp(
  `\\b(?:de|entre|from|of|between|allant de) ${NUMBER} (?:a|et|to|and|jusqu'a) ${NUMBER}\\b|\\b(\\d{1,2}) ?(?:-|–|a|to) ?(\\d{1,2})\\b`,
)
/** Matches a range at the start: «De 0 à 10, quelle confiance…». */
const OPENING_RANGE = new RegExp(
  `^(?:et |and )?(?:de|from|entre|between) ${NUMBER} (?:a|to|et|and) ${NUMBER}(?:,| )`,
)
const TOP = new RegExp(`(?:\\bsur|\\bout of|/) ?${NUMBER}\\b(?! (?:ans?|mois|jours?|heures?|pays|km|euros?))`)
const STARS = /\b(?:combien d'etoiles|how many stars)\b/
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
