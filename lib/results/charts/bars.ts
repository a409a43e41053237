import * as Plot from '@observablehq/plot'
import { fillOf, legendOf, patternsOf } from './patterns'
import { type Drawing, fitted, type Look, label, plotted, TEXT, widthOf } from './svg'

export type Bar = {
  label: string
  value: number
  /** Stands at the end of the bar. */
  text: string
  title: string
  /** Index of the legend's fills; the first where there is no legend. */
  series?: number
}
/** Bars under one heading, or none. */
export type BarGroup = { heading?: string; bars: Bar[] }

const ROW = 30
const BAR = 18
const HEADING = 34
const NARROW = 480

type Placed = Bar & { y: number }

/**
 * Draws a bar for each count, all from one baseline and to one scale. Its name stands before it and its number after
 * it.
 */
export function bars(look: Look, groups: BarGroup[], legend: string[] = []): Drawing {
  const key = legendOf(look, legend)
  const placed: Placed[] = []
  const headings: { text: string; y: number }[] = []
  const starts: { from: number; to: number }[] = []
  let y = key.height
  for (const { heading, bars: under } of groups) {
    if (heading !== undefined) {
      headings.push({ text: heading, y: y + 23 })
      y += HEADING
    }
    starts.push({ from: y, to: y + under.length * ROW })
    for (const bar of under) {
      placed.push({ ...bar, y })
      y += ROW
    }
  }
  const labels = Math.min(
    Math.max(...placed.map(({ label: text }) => widthOf(text)), 0) + 12,
    look.width * (look.width < NARROW ? 0.48 : 0.45),
  )
  const behind = Math.max(...placed.map(({ text }) => widthOf(text)), 0) + 12
  const most = Math.max(...placed.map(({ value }) => value), 1)
  const height = y + 6
  const seriesOf = ({ series = 0 }: Bar) => series
  const { svg } = plotted(look, {
    height,
    margin: 0,
    marginLeft: labels,
    marginRight: behind,
    x: { domain: [0, most], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      ...[...new Set(placed.map(seriesOf))].map((series) =>
        Plot.rect(
          placed.filter((bar) => seriesOf(bar) === series && bar.value > 0),
          {
            x1: 0,
            x2: 'value',
            y1: ({ y: top }: Placed) => top + 5,
            y2: ({ y: top }: Placed) => top + 5 + BAR,
            fill: fillOf(look, series),
            stroke: look.ink,
            title: 'title',
          },
        ),
      ),
      Plot.ruleX(starts, { x: 0, y1: 'from', y2: 'to', stroke: look.ink }),
      Plot.text(placed, {
        x: 'value',
        y: ({ y: top }: Placed) => top + 5 + BAR / 2,
        text: 'text',
        textAnchor: 'start',
        dx: 6,
        fill: look.ink,
        fontWeight: 600,
        fontSize: TEXT,
      }),
    ],
  })
  for (const { text, y: at } of headings)
    svg.append(label(look, fitted(text, look.width), 0, at, { 'font-weight': 600 }))
  for (const { label: text, y: top } of placed)
    svg.append(label(look, fitted(text, labels - 12), 0, top + 19))
  svg.prepend(patternsOf(look, Math.max(1, legend.length)))
  svg.append(key.svg)
  return { svg, width: look.width, height }
}
