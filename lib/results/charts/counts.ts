import * as Plot from '@observablehq/plot'
import { type Look, TEXT } from './svg'

const TICKS = 5

/**
 * Returns the vertical axis of counts up to `highest`, with its grid lines. Ticks are whole numbers: there are no half
 * answers.
 */
export function countAxis(look: Look, highest: number, number: (value: number) => string) {
  // Lists the ticks where Plot would subdivide them; an explicit list overrides Plot's interval.
  const ticks = highest < TICKS ? Array.from({ length: highest + 1 }, (_, count) => count) : TICKS
  return [
    Plot.gridY({ stroke: look.ink, strokeOpacity: 0.18, ticks }),
    Plot.axisY({ ticks, tickSize: 0, label: null, tickFormat: number, fontSize: TEXT }),
  ]
}
