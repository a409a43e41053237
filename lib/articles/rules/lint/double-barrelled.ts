import { groupOf, LINT, PACKS } from '../../languages'
import { sortOf } from '../kinds/kinds'
import { aspectsOf, surveyQuestion } from '../survey/survey-questions'
import type { Check } from './finding'

const LINTS = Object.values(LINT)
const TWO_JUDGEMENTS = new RegExp(LINTS.map(({ twoJudgements }) => twoJudgements).join('|'))
const TWO_SUBJECTS = new RegExp(LINTS.map(({ twoSubjects }) => twoSubjects).join('|'))
const AND = groupOf(Object.values(PACKS).map(({ questions: { judged } }) => judged.and))
const JOINED = new RegExp(`[\\p{L}-]+ ${AND} [\\p{L}-]+$`, 'u')
const PAIR = new RegExp(`([\\p{L}-]+) ${AND} ([\\p{L}-]+)$`, 'iu')

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
    const pair = PAIR.exec(words)
    const options = [pair?.[1] ?? '', pair?.[2] ?? '']
    const text = question.prompt
    const offer = surveyQuestion({ text, kind: 'choice', options }, language)
    const found = { code: 'double_barrelled' as const, why: { words: pair?.[0] ?? words } }
    return [offer.kind === 'aspects' ? { ...found, offer } : found]
  }
  const subjects = TWO_SUBJECTS.exec(folded)
  if (!subjects) return []
  const words = question.prompt.slice(subjects.index).replace(/ ?\?+$/, '')
  const text = `${question.prompt.slice(0, subjects.index).trim()}${LINT[language].mark}`
  // The first of the two; the editor can ask the second after it.
  const offer = surveyQuestion({ text, ...sortOf(text, language) }, language)
  return [{ code: 'double_subject', why: { words }, offer }]
}
