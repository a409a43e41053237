import { answeredKey, chosenOptions, versionOf } from '../../ballots/rules/tally-keys'
import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { aspectsOf } from '../../surveys/rules/aspects'
import type { OptionView, QuestionView } from '../../surveys/schema'
import type { BallotLine } from './ballot-lines'
import { type Column, minuteOf, type Row, type Value } from './table'

/** A question as it was asked in one version of the survey. */
export type AskedQuestion = QuestionView & { version: number }

/** What a ballot's cells say, looked up by their names. */
type Cells = { has: (cell: string) => boolean; chosen: Set<number> }
type Answer = {
  column: Column
  of: (cells: Cells) => Value
  /** The question whose text it is, which the cells do not hold. */
  textOf?: number
  /** The question in whose order the reader saw it, which they do not hold either. */
  orderOf?: QuestionView
}

/** Thirty places and the spaces between them. */
const ORDER_BYTES = 90

/** The columns of a question begin with this. */
export const columnName = ({ id, version }: Pick<AskedQuestion, 'id' | 'version'>) =>
  version > 1 ? `v${version}_q${id}` : `q${id}`

const codesOf = (labels: string[]) => labels.map((label, index) => ({ value: index + 1, label }))
type Words = ReturnType<typeof translator<'columns'>>
const twoCodes = (no: string, yes: string) => [
  { value: 0, label: no },
  { value: 1, label: yes },
]

/** The columns one question makes: one for its answer, one for each judgement, or one for each option. */
function answersOf(question: AskedQuestion, t: Words, widths?: Map<number, number>): Answer[] {
  const { id, kind, prompt, options } = question
  const name = columnName(question)
  const one = (name: string, title: string, among: OptionView[], ordered = false): Answer => ({
    column: { name, title, kind: 'text', ordered, codes: codesOf(among.map(({ label }) => label)) },
    of: ({ chosen }) => among.find((option) => chosen.has(option.id))?.label ?? null,
  })
  switch (kind) {
    case 'open':
      // The text itself may be missing though somebody wrote one: not every text is published.
      return [
        {
          column: {
            name: `${name}_wrote`,
            title: t('ballots.wrote', { prompt }),
            kind: 'number',
            codes: twoCodes(t('codes.silent'), t('codes.wrote')),
          },
          of: ({ has }) => Number(has(answeredKey(id))),
        },
        {
          column: { name, title: prompt, kind: 'text', bytes: widths?.get(id) ?? 1 },
          of: () => null,
          textOf: id,
        },
      ]
    case 'aspects':
      return aspectsOf(question).map((aspect, index) =>
        one(`${name}_${index + 1}`, `${prompt} [${aspect.name}]`, aspect.options),
      )
    case 'multiple':
      return options.map((option, index) => ({
        column: {
          name: `${name}_${index + 1}`,
          title: `${prompt} [${option.label}]`,
          kind: 'number',
          codes: twoCodes(t('codes.left'), t('codes.chosen')),
        },
        of: ({ chosen }) =>
          options.some((other) => chosen.has(other.id)) ? Number(chosen.has(option.id)) : null,
      }))
    default:
      return [one(name, prompt, options, kind === 'scale')]
  }
}

/** For a question whose options each reader saw in an order of their own: that order. */
const ordersOf = (question: AskedQuestion, t: Words): Answer[] =>
  question.randomised
    ? [
        {
          column: {
            name: `${columnName(question)}_order`,
            title: t('ballots.order', { prompt: question.prompt }),
            kind: 'text',
            bytes: ORDER_BYTES,
          },
          of: () => null,
          orderOf: question,
        },
      ]
    : []

/** The places that options have as asked, counted from 1, in the order shown: «2 3 1»; null where it is not known. */
function placesOf(options: number[], shown: string): string | null {
  const places = shown.split(' ').flatMap((id) => {
    const place = options.indexOf(Number(id))
    return place < 0 ? [] : [place + 1]
  })
  return places.length ? places.join(' ') : null
}

const fixed = (t: Words): Column[] => [
  { name: 'version', title: t('ballots.version'), kind: 'number' },
  { name: 'cast_at', title: t('ballots.cast_at'), kind: 'time' },
  { name: 'changed_at', title: t('ballots.changed_at'), kind: 'time' },
]
const aside = (t: Words): Column => ({
  name: 'set_aside',
  title: t('ballots.set_aside'),
  kind: 'text',
  bytes: 80,
})

/** More different ballots, or minutes, than this are not remembered. */
const REMEMBERED = 20_000

/** `make`, with what it made for the last keys: ballots repeat each other. */
function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= REMEMBERED) made.clear()
    const value = make(key)
    made.set(key, value)
    return value
  }
}

type Shape = {
  /** The longest text to each open question, in bytes. */
  widths?: Map<number, number>
  /** With a column that says by what a ballot was set aside. */
  setAside?: boolean
  /** Of what stands beside the survey's own words. */
  language: Locale
}

/** One line a ballot: what was answered and when, to the minute, and nothing about who. */
export function ballotTable(questions: AskedQuestion[], { widths, setAside = false, language }: Shape) {
  const t = translator(language, 'columns')
  const answers = questions.flatMap((question) => [
    ...answersOf(question, t, widths),
    ...ordersOf(question, t),
  ])
  const before = fixed(t)
  const columns = [...before, ...answers.map(({ column }) => column), ...(setAside ? [aside(t)] : [])]
  const texts = answers.flatMap(({ textOf }, index) =>
    textOf === undefined ? [] : [{ id: textOf, at: before.length + index }],
  )
  const orders = answers.flatMap(({ orderOf }, index) =>
    orderOf ? [{ options: orderOf.options.map(({ id }) => id), at: before.length + index }] : [],
  )
  /** A row in which only the times, the texts and what set it aside are missing. */
  const answered = remembering((cells: string): Row => {
    const list = cells.split(' ')
    const found = { has: (cell: string) => list.includes(cell), chosen: new Set(chosenOptions(list)) }
    return [versionOf(list), null, null, ...answers.map(({ of }) => of(found)), ...(setAside ? [null] : [])]
  })
  const time = remembering((minute: number) => minuteOf(new Date(minute * 60_000)))
  return {
    columns,
    row: (ballot: BallotLine): Row => {
      const row = answered(ballot.cells).slice()
      row[1] = time(ballot.cast)
      row[2] = time(ballot.changed)
      for (const { id, at } of texts) row[at] = ballot.texts[id] ?? null
      for (const { options, at } of orders) row[at] = placesOf(options, ballot.shown)
      if (setAside) row[columns.length - 1] = ballot.rule || null
      return row
    },
  }
}
