import { contrast, type Hex, seen, shown } from './colour'
import { paletteOf } from './palette'
import { type Scheme, TOKENS } from './tokens'

/** Minimum contrast of text against its ground (WCAG 2.2, 1.4.3). */
export const TEXT = 4.5
/** Minimum contrast of visible non-text, such as a bar or a focus outline (WCAG 2.2, 1.4.11). */
export const OUTLINE = 3

/** Two colours that meet on a page, named as in messages/*.json, and the minimum contrast between them. */
export type Pair = { id: PairId; of: string; on: string; least: number }
/** The name of a pair in messages/*.json. */
export type PairId = 'paper' | 'raised' | 'soft' | 'button' | 'softText' | 'bar'
/** A pair with its contrast, and whether that is enough. */
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

/** Returns every pair that `accent` forms on pages of `scheme`, with its contrast. */
export const measure = (accent: string, scheme: Scheme): Measured[] =>
  pairsOf(accent, scheme).map((pair) => {
    const ratio = contrast(pair.of, pair.on)
    return { ...pair, ratio, passes: ratio >= pair.least }
  })

/** Returns whether all pairs of `accent` have their minimum contrast. */
export const passes = (accent: string, scheme: Scheme) => measure(accent, scheme).every((pair) => pair.passes)

/** A step in lightness, about the smallest difference that a person sees. */
const STEP = 0.005

/** Returns `accent`, or the colour of its hue and nearest lightness that passes all pairs. */
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
