import { type Hex, over, seen, shown } from './colour'
import { type Scheme, TOKENS } from './tokens'

/** An accent and the two colours that go with it. */
export type Palette = { accent: string; onAccent: string; accentSoft: string }
/** The accent that a newsroom chose, for each scheme. */
export type Accents = Record<Scheme, Hex>

/** The share of the accent in the ground of a notice: visible, and nearly as light as paper. */
const SOFT: Record<Scheme, number> = { light: 0.075, dark: 0.1 }
/** The look of letters on a bright button: nearly black, of the same hue. */
const DEEP = { lightness: 0.2, chroma: 0.05 }
/** The look of an accent on dark pages: bright, and paler than on light ones, or it would glow. */
const NIGHT = { lightness: 0.79, chroma: 0.1 }

/** Returns the accent for dark pages that matches one for light pages. */
export function nightAccent(accent: string): Hex {
  const { chroma, hue } = seen(accent)
  return shown({ lightness: NIGHT.lightness, chroma: Math.min(chroma, NIGHT.chroma), hue })
}

/** Returns the accents chosen for light and for dark pages, either of which may be missing; undefined when both are. */
export function accentsOf(light: Hex | null, dark: Hex | null): Accents | undefined {
  if (!light && !dark) return undefined
  const day = light ?? TOKENS.light.accent
  return { light: day, dark: dark ?? (light ? nightAccent(light) : TOKENS.dark.accent) }
}

/** Returns the colours that go with `accent`: the text on it, and the ground of notices and of selected items. */
export function paletteOf(accent: string, scheme: Scheme): Palette {
  const { chroma, hue } = seen(accent)
  const deep = shown({ lightness: DEEP.lightness, chroma: Math.min(chroma, DEEP.chroma), hue })
  return {
    accent,
    onAccent: scheme === 'light' ? TOKENS.light.onAccent : deep,
    accentSoft: over(TOKENS[scheme].paper, accent, SOFT[scheme]),
  }
}

/** Returns Avis's own colours with a newsroom's accent, or with Avis's own. */
export const paletteIn = (scheme: Scheme, accents: Accents | undefined): Palette =>
  accents ? paletteOf(accents[scheme], scheme) : TOKENS[scheme]
