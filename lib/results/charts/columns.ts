import * as Plot from '@observablehq/plot'
import { countAxis } from './counts'
import { fillOf, patternsOf } from './patterns'
import { type Drawing, type Look, plotted, TEXT } from './svg'

export type Column = {
  from: Date
  to: Date
  value: number
  /** The full description: read out, and shown when a pointer rests on the column. */
  title: string
}
export type Tick = { at: Date; label: string }

/** Maximum width of a column, however few there are: a consultation of one hour must not become a black wall. */
const WIDEST = 56
const LEFT = 46
const RIGHT = 14

/** Draws counts over time, one column a step. */
export function columns(
  look: Look,
  data: Column[],
  ticks: Tick[],
  { number }: { number: (value: number) => string },
): Drawing {
  const highest = Math.max(1, ...data.map(({ value }) => value))
  const labels = new Map(ticks.map(({ at, label }) => [at.getTime(), label]))
  const peak = data.find(({ value }) => value === highest)
  // Half of the first tick's label stands left of its column.
  const marginLeft = Math.max(LEFT, 12 + number(highest).length * 9)
  const step = (look.width - marginLeft - RIGHT) / Math.max(1, data.length)
  const inset = Math.max(0.5, (step - WIDEST) / 2)
  const drawing = plotted(look, {
    height: 280,
    marginLeft,
    marginRight: RIGHT,
    marginTop: 24,
    marginBottom: 40,
    x: { type: 'utc', domain: [data[0]?.from ?? 0, data.at(-1)?.to ?? 1] },
    y: { domain: [0, highest], nice: true },
    marks: [
      ...countAxis(look, highest, number),
      Plot.axisX(
        ticks.map(({ at }) => at),
        {
          label: null,
          tickFormat: (at: Date) => labels.get(at.getTime()) ?? '',
          fontSize: TEXT,
        },
      ),
      Plot.rectY(data, {
        x1: 'from',
        x2: 'to',
        y: 'value',
        fill: fillOf(look, 0),
        insetLeft: inset,
        insetRight: inset,
        title: 'title',
      }),
      Plot.ruleY([0], { stroke: look.ink }),
      ...(peak
        ? [
            Plot.text([peak], {
              x: ({ from, to }: Column) => new Date((from.getTime() + to.getTime()) / 2),
              y: 'value',
              text: ({ value }: Column) => number(value),
              dy: -9,
              fontWeight: 600,
              fontSize: TEXT,
            }),
          ]
        : []),
    ],
  })
  drawing.svg.prepend(patternsOf(look, 1))
  return drawing
}
