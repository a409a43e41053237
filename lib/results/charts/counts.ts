import * as Plot from '@observablehq/plot'
import { type Look, TEXT } from './svg'

const TICKS = 5

/** The vertical axis of counts up to `highest`, with its lines across: nobody answers by half. */
export function countAxis(look: Look, highest: number, number: (value: number) => string) {
  // Said one by one where Plot would part them: its own ticks go before an interval.
  const ticks = highest < TICKS ? Array.from({ length: highest + 1 }, (_, count) => count) : TICKS
  return [
    Plot.gridY({ stroke: look.ink, strokeOpacity: 0.18, ticks }),
    Plot.axisY({ ticks, tickSize: 0, label: null, tickFormat: number, fontSize: TEXT }),
  ]
}
