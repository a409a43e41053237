import { contrast, type Hex, seen, shown } from './colour'
import { paletteOf } from './palette'
import { type Scheme, TOKENS } from './tokens'

/** WCAG 2.2, 1.4.3: of text against its ground. */
export const TEXT = 4.5
/** WCAG 2.2, 1.4.11: of what is not text and has to be seen, as a bar or the outline of what has focus. */
export const OUTLINE = 3

/** Where an accent stands against something, by the name it has in messages/*.json, and how much it must stand out. */
export type Pair = { id: PairId; of: string; on: string; least: number }
export type PairId = 'paper' | 'raised' | 'soft' | 'button' | 'softText' | 'bar'
export type Measured = Pair & { ratio: number; passes: boolean }

function pairsOf(accent: string, scheme: Scheme): Pair[] {
  const { paper, raised, track, muted } = TOKENS[scheme]
  const { onAccent, accentSoft } = paletteOf(accent, scheme)
  return [
    { id: 'paper', of: accent, on: paper, least: TEXT },
    { id: 'raised', of: accent, on: raised, least: TEXT },
    { id: 'soft', of: accent, on: accentSoft, least: TEXT },
    { id: 'button', of: onAccent, on: accent, least: TEXT },
    { id: 'softText', of: muted, on: accentSoft, least: TEXT },
    { id: 'bar', of: accent, on: track, least: OUTLINE },
  ]
}

/** Every pair that `accent` makes on pages of `scheme`, with its contrast. */
export const measure = (accent: string, scheme: Scheme): Measured[] =>
  pairsOf(accent, scheme).map((pair) => {
    const ratio = contrast(pair.of, pair.on)
    return { ...pair, ratio, passes: ratio >= pair.least }
  })

export const passes = (accent: string, scheme: Scheme) => measure(accent, scheme).every((pair) => pair.passes)

/** About what somebody just sees. */
const STEP = 0.005

/** `accent`, or of its hue the colour nearest in lightness that passes all pairs. */
export function nearest(accent: Hex, scheme: Scheme): Hex {
  if (passes(accent, scheme)) return accent
  const look = seen(accent)
  for (let away = STEP; away < 1; away += STEP)
    for (const lightness of [look.lightness - away, look.lightness + away]) {
      if (lightness <= 0 || lightness >= 1) continue
      const found = shown({ ...look, lightness })
      if (passes(found, scheme)) return found
    }
  return TOKENS[scheme].accent
}
