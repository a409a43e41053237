import { sortOf } from '../kinds'
import { aspectsOf, surveyQuestion } from '../survey-questions'
import type { Check } from './finding'

const TWO_JUDGEMENTS =
  /-(?:ce|il|elle|ils|elles) (?:[a-z]+ )?[a-z]{4,} et [a-z]{4,}(?= ?[?,]| ?$)|\b(?:is|are) .{1,60} [a-z]{4,} and [a-z]{4,}(?= ?[?,]| ?$)/
const JOINED = /[\p{L}-]+ (?:et|and) [\p{L}-]+$/u
const TWO_SUBJECTS =
  /\bet (?:qu'en |que |comment |pourquoi |quel|faut-il|[a-z]+-(?:vous|t-il|t-elle|il|elle)\b)|\band (?:do|does|is|are|should|would|will|have|why|how|what) /

/**
 * Finds two judgements in one answer («crédible ou pertinente»): a reader who agrees with only one cannot express it.
 */
export const doubleBarrelled: Check = ({ question, folded, language }) => {
  if (question.kind === 'aspects') return []
  const sorted = sortOf(question.prompt, language)
  const aspects = question.kind === 'open' ? [] : aspectsOf({ text: question.prompt, ...sorted })
  if (aspects.length > 0) {
    const offer = surveyQuestion({ text: question.prompt, ...sorted }, language)
    const said = JOINED.exec(TWO_JUDGEMENTS.exec(folded)?.[0] ?? '')
    const at = said ? folded.indexOf(said[0]) : -1
    const words = said ? question.prompt.slice(at, at + said[0].length) : aspects.join(', ')
    return [{ code: 'double_barrelled', why: { words }, offer }]
  }
  const judged = TWO_JUDGEMENTS.exec(folded)
  if (judged && question.kind !== 'open') {
    const words = question.prompt.slice(judged.index, judged.index + judged[0].length)
    const pair = /([\p{L}-]+) (?:et|and) ([\p{L}-]+)$/iu.exec(words)
    const options = [pair?.[1] ?? '', pair?.[2] ?? '']
    const text = question.prompt
    const offer = surveyQuestion({ text, kind: 'choice', options }, language)
    const found = { code: 'double_barrelled' as const, why: { words: pair?.[0] ?? words } }
    return [offer.kind === 'aspects' ? { ...found, offer } : found]
  }
  const subjects = TWO_SUBJECTS.exec(folded)
  if (!subjects) return []
  const words = question.prompt.slice(subjects.index).replace(/ ?\?+$/, '')
  const text = `${question.prompt.slice(0, subjects.index).trim()}${language === 'fr' ? ' ?' : '?'}`
  // The first of the two; the editor can ask the second after it.
  const offer = surveyQuestion({ text, ...sortOf(text, language) }, language)
  return [{ code: 'double_subject', why: { words }, offer }]
}
