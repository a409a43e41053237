import { groupOf, type LanguagePack, PACKS } from '../../languages'

/** Maximum width: wider scales cannot be shown as a row of answers. */
const WIDEST = 20

/** Returns what reads the scales of one language. Number words of another may mean something else: «très», «tres». */
function readerOf({ questions: { scale } }: LanguagePack) {
  const number = `(\\d{1,3}|${Object.keys(scale.numbers).join('|')})`
  const from = groupOf(scale.from)
  const to = groupOf(scale.to)
  const between = `(?:-|–|${scale.between.join('|')})`
  return {
    numbers: scale.numbers,
    rates: new RegExp(`\\b${groupOf(scale.rates)}`),
    range: new RegExp(
      `\\b${from} ${number} ${to} ${number}\\b(?! ${groupOf(scale.units)})|\\b(\\d{1,2}) ?${between} ?(\\d{1,2})\\b(?! ${groupOf(scale.units)})`,
    ),
    // «De 0 à 10, quelle confiance…»
    opening: new RegExp(`^(?:et |and )?${groupOf(scale.opensFrom)} ${number} ${to} ${number}(?:,| )`),
    top: new RegExp(`(?:${groupOf(scale.of)}|/) ?${number}\\b(?! ${groupOf(scale.units)})`),
    stars: new RegExp(`\\b${groupOf(scale.stars)}\\b`),
  }
}
type Reader = ReturnType<typeof readerOf>
const READERS = Object.values(PACKS).map(readerOf)

function stepsIn(plainQuestion: string, reader: Reader): string[] | undefined {
  if (!reader.rates.test(plainQuestion) && !reader.opening.test(plainQuestion)) return undefined
  const numberOf = (word: string) => reader.numbers[word] ?? Number.parseInt(word, 10)
  const range = reader.range.exec(plainQuestion)
  const top = reader.top.exec(plainQuestion)?.[1]
  let low = numberOf(range?.[1] ?? range?.[3] ?? '')
  let high = numberOf(range?.[2] ?? range?.[4] ?? '')
  if (!range && top) {
    high = numberOf(top)
    // French school marks start at zero; stars and marks out of five or ten start at one.
    low = high === 20 ? 0 : 1
  }
  if (!range && !top && reader.stars.test(plainQuestion)) [low, high] = [1, 5]
  return stepsFrom(low, high)
}

/** Matches numbers with their meaning, in brackets: «(1 = pas du tout, 5 = tout à fait)». */
const EXPLAINED = /\((\d{1,2}) ?[=:] ?[^()]{1,160}[,;] ?(\d{1,2}) ?[=:] ?[^()=:]{1,60}\)/

const stepsFrom = (low: number, high: number) =>
  high > low && high - low <= WIDEST && high - low >= 2
    ? Array.from({ length: high - low + 1 }, (_, step) => String(low + step))
    : undefined

/** Returns the steps of a question's scale («sur une échelle de 1 à 5»); undefined when it has none. */
export function scaleOf(question: string): string[] | undefined {
  const explained = EXPLAINED.exec(question)
  if (explained) return stepsFrom(Number(explained[1]), Number(explained[2]))
  // Removes labels from «de 0 (pas du tout) à 5 (tout à fait)».
  const plainQuestion = question.replace(/ ?\([^()]{0,60}\)/g, '')
  for (const reader of READERS) {
    const steps = stepsIn(plainQuestion, reader)
    if (steps) return steps
  }
  return undefined
}
