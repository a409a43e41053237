import { type Hex, over, seen, shown } from './colour'
import { type Scheme, TOKENS } from './tokens'

/** An accent and the two colours that go with it. */
export type Palette = { accent: string; onAccent: string; accentSoft: string }
/** The accent that a newsroom chose, for each scheme. */
export type Accents = Record<Scheme, Hex>

/** How much of the accent is in the ground of a notice: seen, and nearly as light as paper. */
const SOFT: Record<Scheme, number> = { light: 0.075, dark: 0.1 }
/** Letters on a bright button: nearly black, of the same hue. */
const DEEP = { lightness: 0.2, chroma: 0.05 }
/** Of an accent at night: bright, and paler than by day, or it would glow. */
const NIGHT = { lightness: 0.79, chroma: 0.1 }

/** The accent for dark pages that goes with one for light pages. */
export function nightAccent(accent: string): Hex {
  const { chroma, hue } = seen(accent)
  return shown({ lightness: NIGHT.lightness, chroma: Math.min(chroma, NIGHT.chroma), hue })
}

/** What was chosen for light and for dark pages, each of which may be left out; undefined when both are. */
export function accentsOf(light: Hex | null, dark: Hex | null): Accents | undefined {
  if (!light && !dark) return undefined
  const day = light ?? TOKENS.light.accent
  return { light: day, dark: dark ?? (light ? nightAccent(light) : TOKENS.dark.accent) }
}

/** The colours that go with `accent`: what is written on it, and the ground of notices and of what is chosen. */
export function paletteOf(accent: string, scheme: Scheme): Palette {
  const { chroma, hue } = seen(accent)
  const deep = shown({ lightness: DEEP.lightness, chroma: Math.min(chroma, DEEP.chroma), hue })
  return {
    accent,
    onAccent: scheme === 'light' ? TOKENS.light.onAccent : deep,
    accentSoft: over(TOKENS[scheme].paper, accent, SOFT[scheme]),
  }
}

/** The colours of the house with a newsroom's accent, or its own. */
export const paletteIn = (scheme: Scheme, accents: Accents | undefined): Palette =>
  accents ? paletteOf(accents[scheme], scheme) : TOKENS[scheme]
