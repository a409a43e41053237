import { anyOf } from '../../languages'
import { SUMMARY_LENGTH } from '../../schema'
import { rolesOf } from '../closing/roles'
import { languageOf } from '../reading/language'
import { type Reading, read } from '../reading/reading'
import type { Sentence } from '../reading/sentences'
import { termsOf } from './summary/terms'

const SENTENCES = 3
/** Minimum and maximum characters of a sentence: shorter ones are asides, longer ones quotations and lists. */
const SHORTEST = 40
const LONGEST = 400
/** News states first what matters most: by this share a sentence at the end weighs less than the first. */
const POSITION = 0.6

// Matches a sentence that depends on the one before and means nothing alone.
const LEANS = new RegExp(
  `^${anyOf(({ textWords }) => textWords.leans)}(?<=')|^${anyOf(({ textWords }) => textWords.leans)}\\b`,
)
const ENDS = /[.!…][»”")]?$/

function isDrafted({ plain, text }: Sentence): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || !ENDS.test(text)) return false
  // Half a quotation is an orphan: words without a speaker.
  const quotes = (text.match(/[«“”»"]/g) ?? []).length
  return quotes % 2 === 0 && !/^[«“"]/.test(text) && !LEANS.test(plain)
}

function bodyOf(reading: Reading): Sentence[] {
  return rolesOf(reading, '').flatMap(({ sentence, role }) => {
    const line = reading.lines[sentence.line]
    return role === 'statement' && !sentence.asks && !line?.heading && !line?.bullet ? [sentence] : []
  })
}

/**
 * Returns a draft summary: the three sentences with most of the article's content, in its order. The words are the
 * article's; the editor rewrites it.
 */
export function draftSummary(text: string): string {
  const reading = read(text)
  const body = bodyOf(reading)
  const language = languageOf(reading.folded)
  const terms = body.map(({ plain }) => termsOf(plain, language))
  const counts = new Map<string, number>()
  for (const term of terms.flatMap((found) => [...found])) counts.set(term, (counts.get(term) ?? 0) + 1)
  const scored = body.flatMap((sentence, index) => {
    const own = [...(terms[index] ?? [])]
    if (!isDrafted(sentence) || own.length === 0) return []
    const weight = own.reduce((sum, term) => sum + Math.log(counts.get(term) ?? 1), 0) / Math.sqrt(own.length)
    return [{ sentence, score: (weight + 0.1) * (1 - POSITION * (index / body.length)) }]
  })
  const best = scored
    .sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start)
    .slice(0, SENTENCES)
  const ordered = best
    .sort((a, b) => a.sentence.start - b.sentence.start)
    .map(({ sentence }) => sentence.text)
  while (ordered.join(' ').length > SUMMARY_LENGTH) ordered.pop()
  return ordered.join(' ')
}
