import * as Plot from '@observablehq/plot'
import { type Look, TEXT } from './svg'

const TICKS = 5

/** The vertical axis of counts up to `highest`, with its lines across: nobody answers by half. */
export function countAxis(look: Look, highest: number, number: (value: number) => string) {
  const steps = { ticks: TICKS, ...(highest < TICKS && { interval: 1 }) }
  return [
    Plot.gridY({ stroke: look.ink, strokeOpacity: 0.18, ...steps }),
    Plot.axisY({
      ...steps,
      tickSize: 0,
      label: null,
      tickFormat: number,
      fontSize: TEXT,
    } as Plot.AxisYOptions),
  ]
}
