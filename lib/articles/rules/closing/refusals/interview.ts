import { anyOf } from '../../../languages'
import type { Reading } from '../../reading/reading'
import { isLead } from '../asking/leads'
import { isPrompt } from '../asking/prompts'

/** Minimum of questions answered line after line for the text to count as questions and answers. */
const MIN_EXCHANGES = 2
const MAX_TOLD_LENGTH = 400
const SPEAKER = new RegExp(`^${anyOf(({ textWords }) => textWords.speakers)}\\d{0,2} ?[:.)-]`)
/** Matches a speaker's name before their words, if it occurs more than once. */
const NAME = /^([\p{L}.' -]{2,30}?) ?: /u

/** Returns the indexes of sentences that ask another person: interviews, questions and answers, frequent questions. */
export function interviewQuestions({ lines, sections, sentences, folded }: Reading): Set<number> {
  const byLine: number[][] = lines.map(() => [])
  for (const [index, { line }] of sentences.entries()) byLine[line]?.push(index)
  const told = (line: number) => {
    const { start = 0, end = 0 } = lines[line] ?? {}
    // The opening shows who speaks, and the last character how it ends.
    return end - start > MAX_TOLD_LENGTH
      ? folded.slice(start, start + MAX_TOLD_LENGTH) + folded.charAt(end - 1)
      : folded.slice(start, end)
  }
  // «— Oui, toujours.»: a dash also opens direct speech.
  const spoken = (line: number) =>
    /[—–] ?$/.test(folded.slice(Math.max(0, (lines[line]?.start ?? 0) - 2), lines[line]?.start))
  const asking = (line: number) => {
    const members = byLine[line] ?? []
    const last = sentences[members.at(-1) ?? -1]
    return last?.asks === true && members.length <= 4 && sections[line] === 'body' && !isLead(told(line))
  }
  const answering = (line: number) => {
    const words = told(line)
    const asked = sentences[byLine[line]?.[0] ?? -1]?.asks === true
    return (
      sections[line] === 'body' &&
      words !== '' &&
      !asked &&
      !isLead(words) &&
      !isPrompt(words) &&
      (!lines[line]?.bullet || spoken(line)) &&
      !lines[line]?.quoted &&
      (/[.!…»”)]$/.test(words) || words.length > 60)
    )
  }
  const exchanges = lines.flatMap((_, line) =>
    asking(line) && line + 1 < lines.length && answering(line + 1) ? [line] : [],
  )
  const names = lines.map((_, line) => NAME.exec(told(line))?.[1] ?? '')
  const speaks = (line: number) =>
    SPEAKER.test(told(line)) ||
    (names[line] !== '' && names.filter((name) => name === names[line]).length > 1)
  // Lines of direct speech in a row, one of which asks nothing: people talk to each other.
  const partners = (line: number) => {
    let [from, to] = [line, line]
    while (spoken(from - 1)) from--
    while (spoken(to + 1)) to++
    return (
      byLine.slice(from, to + 1).some((members) => members.every((at) => !sentences[at]?.asks)) && to > from
    )
  }
  const speakers = lines.filter((_, line) => asking(line) && speaks(line)).length
  const dialogue = lines.flatMap((_, line) => (spoken(line) && partners(line) ? [line] : []))
  if (dialogue.length > 0) return new Set(dialogue.flatMap((line) => byLine[line] ?? []))
  if (exchanges.length < MIN_EXCHANGES && !(exchanges.length === 1 && speakers > 1)) return new Set()
  return new Set(exchanges.flatMap((line) => byLine[line] ?? []))
}
