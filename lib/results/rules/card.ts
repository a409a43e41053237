import { clockTimes } from '../../platform/i18n/clock-times'
import type { Locale } from '../../platform/i18n/locale'
import { CUSTOMS, translator } from '../../platform/i18n/messages'
import { typeset } from '../../platform/i18n/typography'
import { optionName } from '../../surveys/rules/aspects'
import type { QuestionView, SurveyView } from '../../surveys/schema'
import type { Results } from '../schema'
import { type FigureGroup, figureGroups } from './figures'
import type { Share } from './shares'

/** Maximum lines: more do not fit, or cannot be read where cards are shown. */
const MAX_ROWS = 4

export type CardRow = { label: string; value: string; share: Share | undefined }

/** The picture that represents a consultation where a link to it is shared. */
export type Card = {
  title: string
  source: string
  prompt: string
  rows: CardRow[]
  /** How many lines did not fit. */
  left: number
  /** How many answered, that they chose to, and as of when. Without results: that readers may answer. */
  foot: string
  /** Its full content in words, for those who cannot see it. */
  alt: string
}

type Words = ReturnType<typeof translator<'card'>>

const moment = (at: string, language: Locale) =>
  clockTimes(
    new Intl.DateTimeFormat(CUSTOMS[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Paris',
    }).format(new Date(at)),
    language,
  )

/** Returns how many answered, that they chose to, and as of when: the text beside figures outside our pages. */
export const footOf = ({ ballots, at }: Results, language: Locale) =>
  translator(language, 'card')('answers', { count: ballots, at: moment(at, language) })

/** Returns the question to show: the last one that is counted, else the last. */
export const cardQuestion = (questions: QuestionView[]): QuestionView | undefined =>
  questions.findLast(({ kind }) => kind !== 'open') ?? questions.at(-1)

function rowsOf(groups: FigureGroup[], language: Locale, t: Words): CardRow[] {
  const words = translator(language, 'results')
  return groups.flatMap(({ aspect, rows }) =>
    rows.map(({ label, count, share }) => ({
      label: typeset(optionName({ label, aspect }, language), language),
      value: share === undefined ? t('count', { count }) : t('share', { share: share.label(words), count }),
      share,
    })),
  )
}

/** Returns the card of `view`, in its language; with the figures of `results` if given. */
export function cardOf(view: SurveyView, results: Results | undefined): Card {
  const { language } = view
  const t = translator(language, 'card')
  const question = cardQuestion(view.questions)
  const figures = results?.questions.find(({ id }) => id === question?.id)
  const all =
    question && figures && results?.ballots ? rowsOf(figureGroups(question, figures), language, t) : []
  const rows = all.slice(0, MAX_ROWS)
  const foot = all.length && results ? footOf(results, language) : t('asked')
  const card = {
    title: typeset(view.title, language),
    source: typeset(view.source.name, language),
    prompt: typeset(question?.prompt ?? '', language),
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
