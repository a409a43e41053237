import * as Plot from '@observablehq/plot'
import { fillOf, legendOf, patternsOf } from './patterns'
import { type Drawing, element, fitted, type Look, label, plotted, TEXT, widthOf } from './svg'

export type Segment = { value: number; label: string; title: string }
export type Stack = {
  label: string
  /** Stands beside the label: the base of the shares. */
  base: string
  /** One for each label of the legend; none where there are too few answers for a picture. */
  segments: Segment[]
}

const ROW = 58
const WORDS_ALONE = 32
const BAR = 26

type Piece = Segment & { row: number; from: number; to: number }

/** Draws each row split into its parts at full length: so rows compare, whatever their size. */
export function stacks(look: Look, legend: string[], rows: Stack[]): Drawing {
  const key = legendOf(look, legend)
  const pieces = legend.map((_, series) =>
    rows.flatMap(({ segments }, row): Piece[] => {
      const total = segments.reduce((sum, { value }) => sum + value, 0)
      const segment = segments[series]
      if (!segment?.value) return []
      const before = segments.slice(0, series).reduce((sum, { value }) => sum + value, 0)
      return [{ ...segment, row, from: before / total, to: (before + segment.value) / total }]
    }),
  )
  const all = pieces.flat()
  const fits = ({ from, to, label: text }: Piece) => (to - from) * (look.width - 2) > widthOf(text) + 6
  const tops = [key.height]
  for (const { segments } of rows) tops.push((tops.at(-1) ?? 0) + (segments.length ? ROW : WORDS_ALONE))
  const height = (tops.at(-1) ?? 0) + 4
  const at = (row: number, below: number) => (tops[row] ?? 0) + below
  const { svg } = plotted(look, {
    height,
    margin: 0,
    marginLeft: 1,
    marginRight: 1,
    x: { domain: [0, 1], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      ...pieces.map((data, series) =>
        Plot.rect(data, {
          x1: 'from',
          x2: 'to',
          y1: ({ row }: Piece) => at(row, 26),
          y2: ({ row }: Piece) => at(row, 26 + BAR),
          fill: fillOf(look, series),
          stroke: look.ink,
          title: 'title',
        }),
      ),
      Plot.text(all.filter(fits), {
        x: ({ from, to }: Piece) => (from + to) / 2,
        y: ({ row }: Piece) => at(row, 26 + BAR / 2),
        text: 'label',
        fill: look.ink,
        stroke: look.paper,
        strokeWidth: 5,
        fontWeight: 600,
        fontSize: TEXT,
      }),
    ],
  })
  rows.forEach(({ label: text, base }, row) => {
    const name = fitted(text, look.width - widthOf(base) - 20)
    const line = label(look, '', 0, at(row, 19))
    line.append(
      element('tspan', { 'font-weight': 600 }, name),
      element('tspan', { dx: 8, 'fill-opacity': 0.8 }, base),
    )
    svg.append(line)
  })
  svg.prepend(patternsOf(look, legend.length))
  svg.append(key.svg)
  return { svg, width: look.width, height }
}
