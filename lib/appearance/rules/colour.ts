/** A colour as «#rrggbb», in lower case. */
export type Hex = `#${string}`

type Triple = [number, number, number]

/**
 * Returns the colour that a person typed: «#rgb» or «#rrggbb», with or without the sign; undefined for anything else.
 */
export function readColour(typed: string): Hex | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim())?.[1]?.toLowerCase()
  if (!digits) return undefined
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
}

const channels = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as Triple

const hexOf = (given: Triple): Hex =>
  `#${given
    .map((one) =>
      Math.round(Math.min(1, Math.max(0, one)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Converts between sRGB values and linear light (IEC 61966-2-1, as in WCAG 2.2). */
const toLight = (one: number) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
const fromLight = (one: number) => (one <= 0.0031308 ? one * 12.92 : 1.055 * one ** (1 / 2.4) - 0.055)

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map(toLight) as Triple
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * Returns the contrast ratio of two colours, 1 to 21: «contrast ratio» and «relative luminance» of WCAG 2.2
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */
export function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

/** Returns `part` of `colour` laid over `ground`, as a browser mixes a partly transparent colour. */
export function over(ground: string, colour: string, part: number): Hex {
  const top = channels(colour)
  return hexOf(channels(ground).map((one, index) => one + ((top[index] ?? 0) - one) * part) as Triple)
}

/** A colour as it is perceived: its lightness, its chroma, and its hue in radians. */
export type Seen = { lightness: number; chroma: number; hue: number }

/**
 * Returns `colour` in Oklab's polar form, by the matrices of Björn Ottosson (https://bottosson.github.io/posts/oklab/).
 */
export function seen(colour: string): Seen {
  const [r, g, b] = channels(colour).map(toLight) as Triple
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const back = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, back),
    hue: Math.atan2(back, a),
  }
}

function lightOf({ lightness, chroma, hue }: Seen): Triple {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** Tolerance of a channel outside 0 to 1: that little rounds to a displayable value. */
const ROUNDING = 0.002
/** The factor by which chroma is reduced per step until a screen can show the colour. */
const WEAKER = 0.95

/**
 * Returns the colour of that look, with the highest chroma that a screen can show and with its lightness and hue kept.
 */
export function shown(look: Seen): Hex {
  const light = lightOf(look)
  if (look.chroma < ROUNDING || light.every((one) => one > -ROUNDING && one < 1 + ROUNDING))
    return hexOf(light.map((one) => fromLight(Math.max(0, one))) as Triple)
  return shown({ ...look, chroma: look.chroma * WEAKER })
}
