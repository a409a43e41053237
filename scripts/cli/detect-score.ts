// `npm run detect:score -- FILE`: measures how well closing questions are found, on a file of labelled articles.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { detectClosing } from '../../lib/articles/rules/closing/detect'
import type { Found } from '../../lib/articles/rules/closing/found'
import { commandArguments } from './arguments'

const kind = z.enum(['open', 'yesno', 'choice', 'multi', 'scale'])
const label = z.object({
  text: z.string(),
  kind,
  options: z.array(z.string()),
  /** The question for words that a closed one asks in passing. */
  follow_up: z.string().optional(),
  accept_kinds: z.array(kind).optional(),
  accept_split: z.boolean().optional(),
})
const labelled = z.object({
  id: z.string(),
  language: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  questions: z.array(label),
  optional_questions: z.array(label).default([]),
})
type Label = z.infer<typeof label>

interface Score {
  articles: number
  expected: number
  found: number
  wrong: number
  kinds: number
  options: number
  full: number
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()
const same = (a: string, b: string) => spaced(a) === spaced(b)
/** Labels differ in whether an answer taken from the middle of a sentence begins with a capital. */
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const sameOptions = (a: string[], b: string[]) =>
  a.length === b.length && a.every((option, index) => same(lowered(option), lowered(b[index] ?? '')))

/** Returns the found questions that cover a label: one, or the halves of a question that may be split. */
function covering({ text, accept_split }: Label, found: Found[]): Found[] {
  const whole = found.filter((one) => same(one.text, text))
  if (whole.length > 0 || !accept_split) return whole.slice(0, 1)
  const halves = found.filter((one) => text.includes(one.text))
  return same(halves.map((half) => half.text).join(' '), text) ? halves : []
}

function scoreOf(questions: Label[], optional: Label[], found: Found[]) {
  const wrong = new Set(found)
  const score: Score = {
    articles: 1,
    expected: questions.length,
    found: 0,
    wrong: 0,
    kinds: 0,
    options: 0,
    full: 0,
  }
  const faults: string[] = []
  for (const expected of questions) {
    const got = covering(expected, found)
    for (const one of got) wrong.delete(one)
    const [first] = got
    if (!first) {
      faults.push(`missed: ${expected.text}`)
      continue
    }
    const kinds = expected.accept_kinds ?? [expected.kind]
    const kindRight = got.every((one) => kinds.includes(one.kind))
    // Options can only be compared where the kind is the labelled one or the question was not split.
    const comparable = got.length === 1 && first.kind === expected.kind
    const followed = same(first.followUp ?? '', expected.follow_up ?? '')
    const optionsRight =
      kindRight && followed && (!comparable || sameOptions(first.options, expected.options))
    score.found += 1
    score.kinds += kindRight ? 1 : 0
    score.options += optionsRight ? 1 : 0
    if (!kindRight) faults.push(`kind ${first.kind}, not ${kinds.join('|')}: ${expected.text}`)
    else if (!followed)
      faults.push(`follow-up ${first.followUp}, not ${expected.follow_up}: ${expected.text}`)
    else if (!optionsRight) {
      faults.push(
        `options ${JSON.stringify(first.options)}, not ${JSON.stringify(expected.options)}: ${expected.text}`,
      )
    }
  }
  for (const allowed of optional) for (const one of covering(allowed, found)) wrong.delete(one)
  score.wrong = wrong.size
  for (const one of wrong) faults.push(`taken: ${one.text} (${one.reason})`)
  score.full = faults.length === 0 ? 1 : 0
  return { score, faults }
}

function add(total: Score | undefined, score: Score): Score {
  if (!total) return score
  const sum = { ...total }
  for (const key of Object.keys(score) as (keyof Score)[]) sum[key] += score[key]
  return sum
}

const share = (part: number, whole: number) =>
  `${part}/${whole}${whole > 0 ? ` (${Math.round((100 * part) / whole)} %)` : ''}`

function print(name: string, { articles, expected, found, wrong, kinds, options, full }: Score) {
  console.log(
    `${name}: questions found ${share(found, expected)}, wrongly taken ${wrong}, kinds right ${share(kinds, expected)}, ` +
      `options right ${share(options, expected)}, fully right ${share(full, articles)}`,
  )
}

const {
  words: [file = ''],
} = commandArguments('detect:score')
const totals = new Map<string, Score>()
for (const line of readFileSync(file, 'utf8').split('\n')) {
  if (line.trim() === '') continue
  const { id, language, title, text, questions, optional_questions } = labelled.parse(JSON.parse(line))
  const detected = detectClosing(text, title ?? undefined)
  const { score, faults } = scoreOf(questions, optional_questions, detected.questions)
  for (const fault of faults) console.log(`${id}: ${fault}`)
  for (const name of [language, 'all']) totals.set(name, add(totals.get(name), score))
}
for (const [name, score] of totals) print(name, score)
