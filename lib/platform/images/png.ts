import { createRequire } from 'node:module'
import path from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

// From the project's folder, not from this module: a bundler would then try to include the fonts, and cannot.
const here = createRequire(path.join(process.cwd(), 'package.json'))
/**
 * The fonts as files that resvg can read. They ship with Avis, so that a picture looks the same on a server without
 * fonts.
 */
const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
]
/** Pixels per CSS pixel: sharp on a good screen and in print. */
const ELSEWHERE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{Sc}\p{Sm}\p{N}\p{Z}\p{M}\s`´¨^°©®]/u
/** Twice as many pixels as CSS pixels: sharp on a good screen and in print. */
const ZOOM = 2

/** Renders an SVG picture as PNG, in a thread of its own. It knows the fonts «Source Sans 3» and «Source Serif 4». */
export async function toPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const words = svg.replace(/<[^>]*>/g, '')
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: {
      fontFiles: FONTS.map((file) => here.resolve(file)),
      loadSystemFonts: ELSEWHERE.test(words),
      defaultFontFamily: 'Source Sans 3',
    },
  })
  return new Uint8Array(image.asPng())
}

/**
 * Redraws `png` in the size `to`, without anything else from its file. Resolves to undefined if it cannot be read, or
 * shows nothing.
 */
export async function redrawn(
  png: Uint8Array,
  { width, height }: { width: number; height: number },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const data = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${data}" width="${width}" height="${height}"/></svg>`
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } })
  return image.pixels.some((byte) => byte) ? new Uint8Array(image.asPng()) : undefined
}
