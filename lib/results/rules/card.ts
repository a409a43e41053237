import type { translator } from '../../messages'
import type { QuestionView, SurveyView } from '../../surveys/schema'
import { capitalise, typeset } from '../../typography'
import type { Results } from '../schema'
import { type FigureGroup, figureGroups } from './figures'

/** More lines than this do not fit, or cannot be read where cards are shown. */
const MOST_ROWS = 4

export type CardRow = { label: string; value: string; share: number | undefined }

/** What a consultation's picture shows where a link to it is shared. */
export type Card = {
  title: string
  source: string
  prompt: string
  rows: CardRow[]
  /** How many did not fit. */
  left: number
  /** How many answered, that they chose to, and as of when; without results, that readers are asked. */
  foot: string
  /** All of it, for who cannot see it. */
  alt: string
}

type Words = ReturnType<typeof translator<'card'>>

const moments = new Intl.DateTimeFormat('fr', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
})

/** How many answered, that they chose to, and as of when: what is said with figures outside our pages. */
export const footOf = ({ ballots, at }: Results, t: Words) =>
  t('answers', { count: ballots, at: moments.format(new Date(at)) })

/** The question to show: the last one that is counted, else the last. */
export const cardQuestion = (questions: QuestionView[]): QuestionView | undefined =>
  questions.findLast(({ kind }) => kind !== 'open') ?? questions.at(-1)

const rowsOf = (groups: FigureGroup[], t: Words): CardRow[] =>
  groups.flatMap(({ aspect, rows }) =>
    rows.map(({ label, count, share }) => ({
      label: typeset(aspect ? `${capitalise(aspect)} : ${label.toLocaleLowerCase('fr')}` : label),
      value: share === undefined ? t('count', { count }) : t('share', { share, count }),
      share,
    })),
  )

/** The card of `view`; with the figures of `results` where they are given. */
export function cardOf(view: SurveyView, results: Results | undefined, t: Words): Card {
  const question = cardQuestion(view.questions)
  const figures = results?.questions.find(({ id }) => id === question?.id)
  const all = question && figures && results?.ballots ? rowsOf(figureGroups(question, figures), t) : []
  const rows = all.slice(0, MOST_ROWS)
  const foot = all.length && results ? footOf(results, t) : t('asked')
  const card = {
    title: typeset(view.title, view.language),
    source: typeset(view.source.name, view.language),
    prompt: typeset(question?.prompt ?? '', view.language),
    rows,
    left: all.length - rows.length,
    foot,
  }
  const lines = all.map(({ label, value }) => t('line', { label, value }))
  return {
    ...card,
    alt: [card.title, card.prompt, lines.join(t('between')), foot].filter(Boolean).join(' — '),
  }
}
