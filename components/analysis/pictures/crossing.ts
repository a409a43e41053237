import type { Locale } from '@/lib/platform/i18n/locale'
import { capitalise, typeset } from '@/lib/platform/i18n/typography'
import { bars } from '@/lib/results/charts/bars'
import { MAX_PATTERNS } from '@/lib/results/charts/patterns'
import { type Stack, stacks } from '@/lib/results/charts/stacks'
import type { Crossing, CrossRow } from '@/lib/results/rules/crossing'
import type { Variable } from '@/lib/results/rules/variables'
import { figure, type Picture, type PictureName, type Words } from './picture'

/** Returns the name of a question or judgement for a heading. */
export const variableName = ({ prompt, aspect }: Variable, language: Locale) =>
  typeset(aspect === undefined ? prompt : `${capitalise(aspect)} — ${prompt}`, language)

/** Returns two questions in one line; two judgements of the same question without repeating it. */
export const crossingTitle = ({ t, language }: Words, first: Variable, second: Variable) =>
  first.prompt === second.prompt && first.aspect && second.aspect
    ? t('crossing.judgements', {
        first: capitalise(first.aspect),
        second: second.aspect,
        question: typeset(first.prompt, language),
      })
    : t('crossing.title', { first: variableName(first, language), second: variableName(second, language) })

type Rows = { keyOf: string; labels: string[] }
type Given = { name: PictureName; title: string; rows: Rows; columns: Variable; crossing: Crossing }

/** Returns a table of counts with the shares of each line, and the picture of those lines. */
export function crossingPicture(words: Words, { name, title, rows, columns, crossing }: Given): Picture {
  const { t, format, language } = words
  const options = columns.options.map(({ label }) => typeset(label, language))
  // «Sans avis» is not part of the base of the shares: it is in the table, and not in the bars.
  const expressed = columns.options.flatMap(({ stance }, index) => (stance === 'abstain' ? [] : [index]))
  const cells = ({ counts, shares }: CrossRow) =>
    counts.map((count, index) => figure(words, count, shares[index]))
  const line = (label: string, row: CrossRow) => [label, ...cells(row), format.number(row.total)]
  // Lines of different size are compared by their shares, unless one of them is too small to have any.
  const byShare = crossing.rows.every(
    ({ total, shares }) => !total || shares.some((one) => one !== undefined),
  )
  const labelled = crossing.rows.map((row, index) => ({ row, label: rows.labels[index] ?? '' }))
  return {
    name,
    title,
    base: t('crossing.base', { count: crossing.all.total }),
    description: t(columns.several ? 'crossing.severalDescription' : 'crossing.description', {
      question: variableName(columns, language),
    }),
    draw: (look) =>
      columns.several || expressed.length > MAX_PATTERNS
        ? bars(look, labelled.map(groupOf))
        : stacks(
            look,
            expressed.map((index) => options[index] ?? ''),
            labelled.map(stackOf),
          ),
    table: {
      columns: [rows.keyOf, ...options, t('total')],
      rows: labelled.map(({ row, label }) => line(label, row)),
      foot: line(t('allTogether'), crossing.all),
    },
    shares: crossing.all.shares.some((share) => share !== undefined),
  }

  function titleOf(label: string, { counts, shares }: CrossRow, index: number) {
    return t('labelled', {
      label,
      value: `${options[index]}, ${figure(words, counts[index] ?? 0, shares[index])}`,
    })
  }
  function stackOf({ row, label }: { row: CrossRow; label: string }): Stack {
    const enough = row.shares.some((share) => share !== undefined)
    const count = expressed.reduce((sum, index) => sum + (row.counts[index] ?? 0), 0)
    return {
      label,
      base: t(enough ? 'crossing.opinions' : 'crossing.few', { count }),
      segments: (enough ? expressed : []).map((index) => ({
        value: row.counts[index] ?? 0,
        label: row.shares[index]?.label(words.share) ?? '',
        title: titleOf(label, row, index),
      })),
    }
  }
  function groupOf({ row, label }: { row: CrossRow; label: string }) {
    return {
      heading: `${label} (${t('ballots', { count: row.total })})`,
      bars: options.map((option, index) => ({
        label: option,
        value: (byShare ? row.shares[index]?.exact : row.counts[index]) ?? 0,
        text: figure(words, row.counts[index] ?? 0, row.shares[index]),
        title: titleOf(label, row, index),
      })),
    }
  }
}
