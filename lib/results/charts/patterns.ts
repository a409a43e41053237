import { type Attributes, element, type Look, label, widthOf } from './svg'

const SIZE = 8
const line = (d: string, width = 1.5): [string, Attributes] => ['path', { d, 'stroke-width': width }]

/** Fills that differ without colour, in order of use: dark, hatched, dotted, empty… */
const PATTERNS: [string, Attributes][][] = [
  [['rect', { width: SIZE, height: SIZE, fill: 'ink', 'fill-opacity': 0.78 }]],
  [line('M-2,2l4,-4M0,8l8,-8M6,10l4,-4')],
  [['rect', { width: SIZE, height: SIZE, fill: 'ink', 'fill-opacity': 0.22 }]],
  [['circle', { cx: 4, cy: 4, r: 1.4, fill: 'ink' }]],
  [],
  [line('M0,2h8M0,6h8', 1)],
  [line('M-2,6l4,4M0,0l8,8M6,-2l4,4'), line('M-2,2l4,-4M0,8l8,-8M6,10l4,-4')],
  [line('M2,0v8M6,0v8', 1)],
]
/** Maximum series drawn as one bar: more get a bar each. */
export const MAX_PATTERNS = PATTERNS.length

const idOf = ({ id }: Look, index: number) => `${id}-motif-${index}`
/** Returns the `fill` of the series at `index`. */
export const fillOf = (look: Look, index: number) => `url(#${idOf(look, index % MAX_PATTERNS)})`

/** Returns the definitions that `fillOf` refers to. */
export function patternsOf(look: Look, count: number): SVGElement {
  const defined = PATTERNS.slice(0, count).map((shapes, index) =>
    element(
      'pattern',
      { id: idOf(look, index), width: SIZE, height: SIZE, patternUnits: 'userSpaceOnUse' },
      element('rect', { width: SIZE, height: SIZE, fill: look.paper }),
      ...shapes.map(([name, attributes]) =>
        element(name, {
          ...attributes,
          ...(name === 'path' ? { stroke: look.ink, fill: 'none' } : { fill: look.ink }),
        }),
      ),
    ),
  )
  return element('defs', {}, ...defined)
}

const SWATCH = 14
const LINE = 24

/** Returns the meaning of each fill, in as many lines as needed. */
export function legendOf(look: Look, labels: string[]): { svg: SVGElement; height: number } {
  let [x, y] = [0, 0]
  const entries = labels.map((text, index) => {
    const wide = SWATCH + 7 + widthOf(text) + 18
    if (x > 0 && x + wide > look.width) [x, y] = [0, y + LINE]
    const entry = element(
      'g',
      { transform: `translate(${x},${y})` },
      element('rect', {
        x: 0.5,
        y: 3.5,
        width: SWATCH,
        height: SWATCH,
        fill: fillOf(look, index),
        stroke: look.ink,
      }),
      label(look, text, SWATCH + 7, 15),
    )
    x += wide
    return entry
  })
  return { svg: element('g', {}, ...entries), height: labels.length ? y + LINE : 0 }
}
