import * as Plot from '@observablehq/plot'
import { countAxis } from './counts'
import { type Drawing, element, fitted, type Look, label, plotted, TEXT, widthOf } from './svg'

export type Line = { label: string; points: { x: number; y: number }[] }

/** `keyed` joins a line's name and its last number as the page's language does. */
type Said = {
  number: (value: number) => string
  axis: string
  keyed: (label: string, total: string) => string
}

/** Line styles that differ without colour. */
const DASHES = ['none', '7 5']
const MARKS = ['circle', 'square'] as const
const KEY_LINE = 24

/** Draws growing counts on one axis; stroke styles and the key above identify the lines. */
export function lines(look: Look, data: Line[], { number, axis, keyed }: Said): Drawing {
  const highest = Math.max(1, ...data.flatMap(({ points }) => points.map(({ y }) => y)))
  const keyHeight = data.length * KEY_LINE
  const { svg, height } = plotted(look, {
    height: 280 + keyHeight,
    marginLeft: 12 + number(highest).length * 9,
    marginRight: 14,
    marginTop: keyHeight + 18,
    marginBottom: 46,
    x: { nice: true, zero: true },
    y: { domain: [0, highest], nice: true },
    marks: [
      ...countAxis(look, highest, number),
      Plot.axisX({
        ticks: look.width / 90,
        fontSize: TEXT,
        tickFormat: number,
        label: axis,
        labelAnchor: 'center',
        labelArrow: 'none',
      }),
      Plot.ruleY([0], { stroke: look.ink }),
      ...data.flatMap(({ points }, index) => [
        Plot.line(points, {
          x: 'x',
          y: 'y',
          curve: 'step-after',
          stroke: look.ink,
          strokeWidth: 2,
          strokeDasharray: DASHES[index],
        }),
        Plot.dot(points.slice(-1), {
          x: 'x',
          y: 'y',
          symbol: MARKS[index] ?? 'circle',
          r: 4,
          fill: look.ink,
          stroke: look.paper,
        }),
      ]),
    ],
  })
  data.forEach(({ label: named, points }, index) => {
    const total = number(points.at(-1)?.y ?? 0)
    const name = fitted(named, look.width - 50 - widthOf(keyed('', total)))
    svg.append(
      element(
        'g',
        { transform: `translate(0,${index * KEY_LINE})` },
        element('path', {
          d: 'M0,11h34',
          stroke: look.ink,
          'stroke-width': 2,
          'stroke-dasharray': DASHES[index],
        }),
        label(look, keyed(name, total), 42, 15),
      ),
    )
  })
  return { svg, width: look.width, height }
}
