import type { Locale } from '@/lib/platform/i18n/locale'
import { typeset } from '@/lib/platform/i18n/typography'
import { type Bar, bars } from '@/lib/results/charts/bars'
import { lines } from '@/lib/results/charts/lines'
import type { Side } from '@/lib/results/queries/comparison'
import { figuresOf, type Match } from '@/lib/results/rules/matching'
import { variableName } from './crossing'
import { figure, type Picture, type Words } from './picture'

type Named = { title: string; language: Locale; side: Side }
type Pair = [Named, Named]

/** Returns what both surveys asked, answer by answer. */
export function comparisonPicture(words: Words, [first, second]: Pair, matches: Match[]): Picture {
  const { t, language } = words
  const titles = [first, second].map((one) => typeset(one.title, one.language))
  const figures = matches.map((match) => [
    figuresOf(match.first, first.side.results),
    figuresOf(match.second, second.side.results),
  ])
  // All bars have one unit: shares, unless some answer has too few ballots for any.
  const byShare = figures.flat().every(({ shares }) => shares.some((share) => share !== undefined))
  const compared = matches.map((match, place) => {
    const both = figures[place] ?? []
    const rows = match.first.options.map((option, index) => ({
      label: typeset(option.label, language),
      values: both.map(({ counts, shares }) => (byShare ? shares[index]?.exact : counts[index]) ?? 0),
      cells: both.map(({ counts, shares }) => {
        const cell = figure(words, counts[index] ?? 0, shares[index])
        return byShare && shares[index] === undefined ? t('apart', { count: cell }) : cell
      }),
    }))
    return { name: variableName(match.first, language), rows }
  })
  return {
    name: 'comparaison',
    title: t('compare.title', { first: titles[0] ?? '', second: titles[1] ?? '' }),
    base: t('compare.base', {
      first: first.side.results.ballots,
      second: second.side.results.ballots,
    }),
    description: t('compare.description'),
    draw: (look) =>
      bars(
        look,
        compared.map(({ name, rows }) => ({
          heading: name,
          bars: rows.flatMap(({ label, values, cells }) =>
            values.map(
              (value, series): Bar => ({
                label: series ? '' : label,
                value,
                text: cells[series] ?? '',
                title: t('labelled', { label: titles[series] ?? '', value: `${label}, ${cells[series]}` }),
                series,
              }),
            ),
          ),
        })),
        titles,
      ),
    table: {
      columns: [t('answer'), ...titles],
      language,
      rows: compared.flatMap(({ name, rows }) => [
        [name],
        ...rows.map(({ label, cells }) => [label, ...cells]),
      ]),
    },
    shares: figures.flat().some(({ shares }) => shares.some((share) => share !== undefined)),
  }
}

/** Returns how fast answers came in, hour by hour after each opening. */
export function elapsedPicture(words: Words, pair: Pair): Picture {
  const { t, format } = words
  const number = (value: number) => format.number(value)
  const grown = pair.map(({ title, language, side }) => {
    let total = 0
    const points = side.elapsed.map(({ elapsed, ballots }) => {
      total += ballots
      // Ballots of the first hour are complete when it ends.
      return { x: elapsed + 1, y: total }
    })
    return { label: typeset(title, language), points: [{ x: 0, y: 0 }, ...points], total }
  })
  const after = (points: { x: number; y: number }[], hours: number) =>
    points.findLast(({ x }) => x <= hours)?.y ?? 0
  const last = Math.max(...grown.flatMap(({ points }) => points.map(({ x }) => x)))
  const moments = [1, 3, 6, 12, 24, 48, 72, 168, 336, 720, 1440, 2160].filter((hours) => hours < last)
  return {
    name: 'comparaison-cours',
    title: t('compare.courseTitle'),
    base: t('compare.base', { first: grown[0]?.total ?? 0, second: grown[1]?.total ?? 0 }),
    description: t('compare.courseDescription'),
    draw: (look) =>
      lines(look, grown, {
        number,
        axis: t('compare.axis'),
        keyed: (label, total) => t('labelled', { label, value: total }),
      }),
    table: {
      columns: [t('compare.axis'), ...grown.map(({ label }) => label)],
      rows: moments.map((hours) => [
        number(hours),
        ...grown.map(({ points }) => number(after(points, hours))),
      ]),
      foot: [t('total'), ...grown.map(({ total }) => number(total))],
    },
    shares: false,
  }
}
