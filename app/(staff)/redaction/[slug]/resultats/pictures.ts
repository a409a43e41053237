import { getTranslations } from 'next-intl/server'
import { comparisonPicture, elapsedPicture } from '@/components/analysis/pictures/comparison'
import { crossingPicture, crossingTitle, variableName } from '@/components/analysis/pictures/crossing'
import type { Picture, Words } from '@/components/analysis/pictures/picture'
import { reachPicture, sourceName } from '@/components/analysis/pictures/reach'
import { timelinePicture } from '@/components/analysis/pictures/timeline'
import type { Locale } from '@/lib/platform/i18n/locale'
import { getFormat } from '@/lib/platform/i18n/next-intl'
import { typeset } from '@/lib/platform/i18n/typography'
import type { Analysis } from '@/lib/results/queries/analysis'
import type { Side } from '@/lib/results/queries/comparison'
import { matchesOf } from '@/lib/results/rules/matching'
import type { Variable } from '@/lib/results/rules/variables'
import type { Results } from '@/lib/results/schema'
import type { SurveyRecord } from '@/lib/surveys/queries/public'

/** Returns the words and formats of this page's language for a survey in `language`. */
export async function wordsOfPage(language: Locale): Promise<Words> {
  const [t, share, format] = await Promise.all([
    getTranslations('analysis'),
    getTranslations('results'),
    getFormat(),
  ])
  return { t, share, format, language }
}

/** Returns the pictures of one analysis; those that need two questions only where there are two. */
export function picturesOf(words: Words, { course, reach, answers, sources }: Analysis, chosen: Variable[]) {
  const { t, language } = words
  const [a, b] = chosen
  return {
    course: timelinePicture(words, course),
    reach: reachPicture(words, reach),
    ...(a &&
      b &&
      answers && {
        answers: crossingPicture(words, {
          name: 'croisement',
          title: crossingTitle(words, b, a),
          rows: { keyOf: t('answer'), labels: a.options.map(({ label }) => typeset(label, language)) },
          columns: b,
          crossing: answers,
        }),
      }),
    ...(a &&
      sources && {
        sources: crossingPicture(words, {
          name: 'provenance',
          title: t('sources.title', { question: variableName(a, language) }),
          rows: { keyOf: t('source'), labels: sources.rows.map(({ key }) => sourceName(words, key)) },
          columns: a,
          crossing: sources,
        }),
      }),
  }
}

/** Returns the pictures of two surveys side by side; without common questions, only how fast answers came. */
export function comparisonPictures(
  words: Words,
  surveys: [SurveyRecord, SurveyRecord],
  [one, two]: [Side, Side],
) {
  const [first, second] = surveys
  const matches = matchesOf(first.view.questions, second.view.questions)
  const pair: Parameters<typeof elapsedPicture>[1] = [
    { title: first.view.title, language: first.view.language, side: one },
    { title: second.view.title, language: second.view.language, side: two },
  ]
  return {
    matches,
    course: elapsedPicture(words, pair),
    ...(matches.length > 0 && { questions: comparisonPicture(words, pair, matches) }),
  }
}

const dateOf = ({ format }: Words, at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })

/** Formats the sequence and date of results. */
export const asOf = (words: Words, { seq, at }: Pick<Results, 'seq' | 'at'>) => ({
  seq: words.format.number(seq),
  date: dateOf(words, new Date(at)),
})

/** Returns the notes of a picture outside the page: what it shows, its source, its date, and who answered. */
export function saidWith(
  words: Words,
  { title, base, shares }: Picture,
  surveys: SurveyRecord[],
  as: { results: Pick<Results, 'seq' | 'at'>[] } | { at: Date },
) {
  const { t } = words
  const moments =
    'at' in as
      ? [t('quoted.at', { date: dateOf(words, as.at) })]
      : as.results.map((results) => t('quoted.asOf', asOf(words, results)))
  return {
    title,
    base,
    notes: [
      ...surveys.map(({ view }, index) =>
        [
          t('quoted.source', {
            title: typeset(view.title, view.language),
            source: typeset(view.source.name, view.language),
          }),
          moments[index],
        ].join(' '),
      ),
      [t('quoted.volunteers'), shares && t('quoted.rounded')].filter(Boolean).join(' '),
    ],
  }
}
