import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { newsroomDate } from '../../platform/i18n/newsroom-date'
import { typeset } from '../../platform/i18n/typography'
import { optionName } from '../../surveys/rules/aspects'
import type { QuestionView, SurveyView } from '../../surveys/schema'
import type { Results } from '../schema'
import { type FigureGroup, type FigureRow, figureGroups } from './figures'
import type { Share } from './shares'

/** Maximum lines: more do not fit, or cannot be read where cards are shown. */
const MAX_ROWS = 4
const SEPARATOR = ' · '

export type CardRow = { label: string; value: string; share: Share | undefined }

/** The picture that represents a consultation where a link to it is shared. */
export type Card = {
  title: string
  source: string
  prompt: string
  rows: CardRow[]
  /** How many lines did not fit, how many had no opinion, and that shares are rounded. */
  note: string
  /** How many answered, that they chose to, and as of when. Without results: that readers may answer. */
  foot: string
  /** Its full content in words, for those who cannot see it. */
  alt: string
}

type Words = ReturnType<typeof translator<'card'>>

const MOMENT = { dateStyle: 'long', timeStyle: 'short' } as const

/** Returns how many answered, that they chose to, and as of when: the text beside figures outside our pages. */
export const footOf = ({ ballots, at }: Results, language: Locale) =>
  translator(language, 'card')('answers', {
    count: ballots,
    at: newsroomDate(new Date(at), language, MOMENT),
  })

/** Returns the question to show: the last one that is counted, else the last. */
export const cardQuestion = (questions: QuestionView[]): QuestionView | undefined =>
  questions.findLast(({ kind }) => kind !== 'open') ?? questions.at(-1)

const rowOf =
  (language: Locale, t: Words) =>
  ({ group: { aspect }, row: { label, count, share } }: Counted): CardRow => ({
    label: typeset(optionName({ label, aspect }, language), language),
    value:
      share === undefined
        ? t('count', { count })
        : t('share', { share: share.label(translator(language, 'results')), count }),
    share,
  })

type Counted = { group: FigureGroup; row: FigureRow }

/**
 * Returns the lines that fit, in the order asked. Of one list they are those with most answers: a card that leaves out
 * the answer of most readers would mislead. Judgements are kept whole, the first ones first.
 */
function fitting(lines: Counted[]): Counted[] {
  if (lines.some(({ group }) => group.aspect !== undefined)) return lines.slice(0, MAX_ROWS)
  const kept = new Set(lines.toSorted((a, b) => b.row.count - a.row.count).slice(0, MAX_ROWS))
  return lines.filter((line) => kept.has(line))
}

/** Returns what the figures need beside them: people without an opinion, and rounding. */
function remarksOn(groups: FigureGroup[], t: Words): string[] {
  // Of several judgements each has its own number, which the page shows.
  const [abstained] = groups.length === 1 ? groups.map((group) => group.abstained) : []
  const rounded = groups.some(({ rows }) => rows.some(({ share }) => share !== undefined))
  return [...(abstained ? [t('abstained', { count: abstained })] : []), ...(rounded ? [t('rounded')] : [])]
}

/** Returns the card of `view`, in its language; with the figures of `results` if given. */
export function cardOf(view: SurveyView, results: Results | undefined): Card {
  const { language } = view
  const t = translator(language, 'card')
  const question = cardQuestion(view.questions)
  const figures = results?.questions.find(({ id }) => id === question?.id)
  const groups = question && figures && results?.ballots ? figureGroups(question, figures) : []
  const all = groups.flatMap((group) => group.rows.map((row) => ({ group, row })))
  const rows = fitting(all)
  const left = all.length - rows.length
  const remarks = remarksOn(groups, t)
  const foot =
    all.length && results ? footOf(results, language) : t(view.status === 'open' ? 'asked' : 'closed')
  const card = {
    title: typeset(view.title, language),
    source: typeset(view.source.name, language),
    prompt: typeset(question?.prompt ?? '', language),
    rows: rows.map(rowOf(language, t)),
    note: [...(left ? [t('more', { count: left })] : []), ...remarks].join(SEPARATOR),
    foot,
  }
  const lines = all.map(rowOf(language, t)).map(({ label, value }) => t('line', { label, value }))
  const said = [card.title, card.prompt, lines.join(t('between')), remarks.join(t('between')), foot]
  return { ...card, alt: said.filter(Boolean).join(' — ') }
}
