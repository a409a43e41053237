import type { Texts } from '@/lib/comments/queries/by-answer'
import { type AnswerTexts, TEXT_STATES } from '@/lib/comments/rules/by-answer'
import { typeset } from '@/lib/platform/i18n/typography'
import { type Stack, stacks } from '@/lib/results/charts/stacks'
import { sharesOf } from '@/lib/results/rules/shares'
import type { Variable } from '@/lib/results/rules/variables'
import { variableName } from './crossing'
import { figure, type Picture, type Words } from './picture'

/** Returns whether the texts of readers with one opinion fared like those of readers with another. */
export function textsPicture(words: Words, texts: Texts, variable: Variable | undefined): Picture {
  const { t, format, language } = words
  const labelled = [
    ...texts.options.map((row, index) => ({
      row,
      label: typeset(variable?.options[index]?.label ?? '', language),
    })),
    { row: texts.unanswered, label: t('texts.unanswered') },
  ]
  const figuresOf = (row: AnswerTexts) => {
    const counts = TEXT_STATES.map((state) => row[state])
    const total = counts.reduce((sum, count) => sum + count, 0)
    const shares = sharesOf(counts)
    return {
      counts,
      total,
      shares,
      cells: counts.map((count, index) => figure(words, count, shares[index])),
    }
  }
  const line = (label: string, row: AnswerTexts) => {
    const { cells, total } = figuresOf(row)
    return [label, ...cells, format.number(total)]
  }
  const stack = ({ row, label }: { row: AnswerTexts; label: string }): Stack => {
    const { counts, total, shares, cells } = figuresOf(row)
    const enough = shares.some((share) => share !== undefined)
    return {
      label,
      base: t(enough ? 'texts.count' : 'texts.few', { count: total }),
      segments: enough
        ? counts.map((value, index) => ({
            value,
            label: shares[index]?.label(words.share) ?? '',
            title: t('labelled', {
              label,
              value: `${t(`texts.${TEXT_STATES[index] ?? 'waiting'}`)}, ${cells[index]}`,
            }),
          }))
        : [],
    }
  }
  return {
    name: 'textes',
    title: variable ? t('texts.titleBy', { question: variableName(variable, language) }) : t('texts.title'),
    base: t('texts.count', { count: figuresOf(texts.all).total }),
    description: t('texts.description'),
    draw: (look) =>
      stacks(
        look,
        TEXT_STATES.map((state) => t(`texts.${state}`)),
        labelled.map(stack),
      ),
    table: {
      columns: [t('answer'), ...TEXT_STATES.map((state) => t(`texts.${state}`)), t('total')],
      rows: labelled.map(({ row, label }) => line(label, row)),
      foot: line(t('texts.all'), texts.all),
    },
    shares: figuresOf(texts.all).shares.some((share) => share !== undefined),
  }
}
