import { answeredKey } from '../../ballots/rules/tally-keys'
import type { translator } from '../../platform/i18n/messages'
import { aspectsOf } from '../../surveys/rules/aspects'
import type { OptionView, QuestionView } from '../../surveys/schema'
import type { Code, Column, CorrectedWording, Value } from './table'

/** A question as it was asked in one version of the survey. */
export type AskedQuestion = QuestionView & { version: number; corrections?: CorrectedWording[] }

export type Words = ReturnType<typeof translator<'columns'>>
/** What a ballot's cells say, looked up by their names. */
export type Cells = { has: (cell: string) => boolean; chosen: Set<number> }
export type Answer = {
  column: Column
  of: (cells: Cells) => Value
  /** The version of the survey that asked: a ballot of another one has no value, which is not 0. */
  version: number
  /** The question whose text it is, which the cells do not hold. */
  textOf?: number
  /** The question in whose order the reader saw it, which they do not hold either. */
  orderOf?: QuestionView
}

/** Thirty places and the spaces between them. */
const ORDER_BYTES = 90
/** Of the first abstention; a second one has the number before. Questions have fewer options than this. */
const ABSTENTION = 99

/** Returns what the names of a question's columns begin with, in bundles too: the version is part of it. */
export const columnName = ({ id, version }: Pick<AskedQuestion, 'id' | 'version'>) => `v${version}_q${id}`

/** The same in bundles written before `avis-export/2`, which named the version from the second one on. */
export const formerColumnName = ({ id, version }: Pick<AskedQuestion, 'id' | 'version'>) =>
  version > 1 ? `v${version}_q${id}` : `q${id}`

/**
 * Returns options with words of their own: those that are worded alike have their place among the options behind, as in
 * «Oui (2)». In a file of words, and to a program that knows choices by their labels, they would be one.
 */
export function wordedApart<O extends { label: string }>(options: O[]): O[] {
  const count = new Map<string, number>()
  for (const { label } of options) count.set(label, (count.get(label) ?? 0) + 1)
  return options.map((option, at) => {
    let { label } = option
    if ((count.get(label) ?? 0) < 2) return option
    while (count.has(label)) label += ` (${at + 1})`
    return { ...option, label }
  })
}

/** Numbers options from 1 in the order asked; abstentions are no step among them and count down from 99. */
function codesOf(options: OptionView[]): Code[] {
  let step = 0
  let abstention = ABSTENTION
  return options.map(({ label, stance }) =>
    stance === 'abstain' ? { value: abstention--, label, abstains: true } : { value: ++step, label },
  )
}

const twoCodes = (no: string, yes: string): Code[] => [
  { value: 0, label: no },
  { value: 1, label: yes },
]

type Part = Partial<Column> & { suffix?: string; part?: string; title?: string; among?: OptionView[] }

/** Makes columns of `question`, whose titles name its version if `versioned`. */
function columnsOf({ prompt, corrections = [], ...question }: AskedQuestion, versioned: boolean, t: Words) {
  const { version } = question
  /** Corrections of the question, and those of the options that a column is about. */
  const correctedIn = (among: OptionView[]) =>
    corrections.filter(({ options }) => !options || among.some(({ id }) => options.includes(id)))
  const named = (title: string) => (versioned ? t('ballots.versioned', { version, title }) : title)
  return {
    named,
    column: (
      kind: Column['kind'],
      { suffix, part, title = prompt, among = question.options, ...more }: Part,
    ): Column => {
      const corrected = correctedIn(among)
      return {
        name: columnName(question) + (suffix === undefined ? '' : `_${suffix}`),
        title: named(title),
        brief: [...(versioned ? [`v${version}`] : []), ...(part === undefined ? [] : [part]), prompt].join(
          ' — ',
        ),
        kind,
        ...(corrected.length && { corrections: corrected }),
        ...more,
      }
    },
  }
}

/**
 * Returns the columns one question makes: one for its answer, one for each judgement, or one for each option. `widths`
 * has the longest text to each open question, in bytes.
 */
export function answersOf(
  question: AskedQuestion,
  versioned: boolean,
  t: Words,
  widths?: Map<number, number>,
): Answer[] {
  const { id, kind, prompt, options, version } = question
  const { column, named } = columnsOf(question, versioned, t)
  const one = (options: OptionView[], part: Part = {}): Answer => {
    const among = wordedApart(options)
    return {
      column: column('text', { ordered: kind === 'scale', codes: codesOf(among), among, ...part }),
      of: ({ chosen }) => among.find((option) => chosen.has(option.id))?.label ?? null,
      version,
    }
  }
  switch (kind) {
    case 'open':
      // The text itself may be missing though somebody wrote one: not every text is published.
      return [
        {
          column: column('number', {
            suffix: 'wrote',
            part: t('ballots.wrotePart'),
            title: t('ballots.wrote', { prompt }),
            codes: twoCodes(t('codes.silent'), t('codes.wrote')),
          }),
          of: ({ has }) => Number(has(answeredKey(id))),
          version,
        },
        {
          column: column('text', { own: true, bytes: widths?.get(id) ?? 1, freeText: true }),
          of: () => null,
          version,
          textOf: id,
        },
      ]
    case 'aspects':
      return aspectsOf(question).map(({ name, options: among }, index) =>
        one(among, { suffix: `${index + 1}`, part: name, title: `${prompt} [${name}]` }),
      )
    case 'multiple':
      return options.map(({ id: option, label, ...view }, index) => ({
        column: column('number', {
          among: [{ id: option, label, ...view }],
          suffix: `${index + 1}`,
          part: label,
          title: `${prompt} [${label}]`,
          codes: twoCodes(t('codes.left'), t('codes.chosen')),
          choiceOf: { name: columnName(question), title: named(prompt) },
        }),
        of: ({ chosen }) =>
          options.some((other) => chosen.has(other.id)) ? Number(chosen.has(option)) : null,
        version,
      }))
    default:
      return [one(options)]
  }
}

/** For a question whose options each reader saw in an order of their own: that order. */
export function ordersOf(question: AskedQuestion, versioned: boolean, t: Words): Answer[] {
  const { prompt, version, randomised } = question
  if (!randomised) return []
  const column = columnsOf(question, versioned, t).column('text', {
    suffix: 'order',
    part: t('ballots.orderPart'),
    title: t('ballots.order', { prompt }),
    own: true,
    bytes: ORDER_BYTES,
  })
  return [{ column, of: () => null, version, orderOf: question }]
}

/** Adds its name to each title that several columns have: two questions may be worded alike. */
export function withUniqueTitles(columns: Column[]): Column[] {
  const count = new Map<string, number>()
  for (const { title } of columns) count.set(title, (count.get(title) ?? 0) + 1)
  return columns.map((column) =>
    (count.get(column.title) ?? 0) > 1 ? { ...column, title: `${column.title} (${column.name})` } : column,
  )
}
