import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** The look of a picture in its surroundings. Everything is drawn in one ink on one paper: print loses nothing. */
export type Look = {
  /** In CSS pixels. */
  width: number
  ink: string
  paper: string
  font: string
  /** The prefix of the ids within: two pictures on one page must not share any. */
  id: string
}

/** A rendered picture and its size, in CSS pixels. */
export type Drawing = { svg: SVGElement; width: number; height: number }

/** The font size of a picture's text, in CSS pixels. */
export const TEXT = 13
/** The approximate width of a letter relative to its font size: enough to know what fits in any font. */
const LETTER = 0.56

// One document serves all drawings. It stays empty, since each drawing is serialised and dropped.
const { document } = parseHTML('<!DOCTYPE html><html><body></body></html>') as unknown as {
  document: Document
}
const SVG = 'http://www.w3.org/2000/svg'

// Characters that XML cannot represent.
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const writable = (text: string) => text.toWellFormed().replace(UNWRITABLE, '')

export type Attributes = Record<string, string | number | undefined>

/** Returns a line of text that begins at `x`, with its baseline at `y`. */
export const label = (look: Look, text: string, x: number, y: number, attributes: Attributes = {}) =>
  element('text', { x, y, 'font-size': TEXT, 'text-anchor': 'start', fill: look.ink, ...attributes }, text)

/** Returns an SVG element. Its strings are text, whatever they look like. */
export function element(name: string, attributes: Attributes = {}, ...children: (SVGElement | string)[]) {
  const made = document.createElementNS(SVG, name) as SVGElement
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, String(value))
  for (const child of children)
    made.append(typeof child === 'string' ? document.createTextNode(child) : child)
  return made
}

/** Returns what Plot draws, without Plot's style sheet: a picture must look the same where none applies. */
export function plotted(look: Look, options: Plot.PlotOptions & { height: number }): Drawing {
  const svg = Plot.plot({ document, width: look.width, ...options }) as SVGElement
  svg.querySelector('style')?.remove()
  for (const name of ['class', 'font-family', 'font-size', 'fill']) svg.removeAttribute(name)
  // The whole is one image with a name; Plot's names for its parts mean nothing to readers.
  for (const part of svg.querySelectorAll('[aria-label], [aria-hidden], [aria-description]'))
    for (const name of ['aria-label', 'aria-hidden', 'aria-description']) part.removeAttribute(name)
  svg.setAttribute('font-size', String(TEXT))
  svg.setAttribute('font-family', look.font)
  svg.setAttribute('fill', look.ink)
  return { svg, width: look.width, height: options.height }
}

/** Returns the approximate width of `text`, in CSS pixels. */
export const widthOf = (text: string, size = TEXT) => text.length * size * LETTER

/** Returns `text`, truncated to fit into `width`. */
export function fitted(text: string, width: number, size = TEXT): string {
  const most = Math.max(1, Math.floor(width / (size * LETTER)))
  const letters = [...text]
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** Returns `text` in lines that fit into `width`. Truncates a word that is longer than a line. */
export function wrapped(text: string, width: number, size = TEXT): string[] {
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(fitted(word, width, size))
  }
  return lines
}

/** Serialises the picture for a page or a file. */
export const written = (svg: SVGElement): string => writable(svg.outerHTML)
