import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** How a picture looks where it is shown. Everything is drawn in one ink on one paper: it loses nothing in print. */
export type Look = {
  /** In CSS pixels. */
  width: number
  ink: string
  paper: string
  font: string
  /** Goes before the ids within: two pictures on one page must not share any. */
  id: string
}

export type Drawing = { svg: SVGElement; width: number; height: number }

export const TEXT = 13
/** A letter is about this much of the size of its text: enough to know what fits, whatever font there is. */
const LETTER = 0.56

// One document for everything that is drawn: it stays empty, for what is made is written out and let go.
const { document } = parseHTML('<!DOCTYPE html><html><body></body></html>') as unknown as {
  document: Document
}
const SVG = 'http://www.w3.org/2000/svg'

// Characters that XML has no way to write.
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const writable = (text: string) => text.toWellFormed().replace(UNWRITABLE, '')

export type Attributes = Record<string, string | number | undefined>

/** A line of text that begins at `x`, at the height of its feet. */
export const label = (look: Look, text: string, x: number, y: number, attributes: Attributes = {}) =>
  element('text', { x, y, 'font-size': TEXT, 'text-anchor': 'start', fill: look.ink, ...attributes }, text)

/** An SVG element. What is said in it is text, whatever it looks like. */
export function element(name: string, attributes: Attributes = {}, ...children: (SVGElement | string)[]) {
  const made = document.createElementNS(SVG, name) as SVGElement
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, String(value))
  for (const child of children)
    made.append(typeof child === 'string' ? document.createTextNode(child) : child)
  return made
}

/** What Plot draws, without the style sheet it brings: a picture must look the same where none applies. */
export function plotted(look: Look, options: Plot.PlotOptions & { height: number }): Drawing {
  const svg = Plot.plot({ document, width: look.width, ...options }) as SVGElement
  svg.querySelector('style')?.remove()
  for (const name of ['class', 'font-family', 'font-size', 'fill']) svg.removeAttribute(name)
  // The whole is one image with a name; what Plot calls its parts says nothing to anybody.
  for (const part of svg.querySelectorAll('[aria-label], [aria-hidden], [aria-description]'))
    for (const name of ['aria-label', 'aria-hidden', 'aria-description']) part.removeAttribute(name)
  svg.setAttribute('font-size', String(TEXT))
  svg.setAttribute('font-family', look.font)
  svg.setAttribute('fill', look.ink)
  return { svg, width: look.width, height: options.height }
}

export const widthOf = (text: string, size = TEXT) => text.length * size * LETTER

/** `text` as far as it fits into `width`. */
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

/** `text` in lines that fit into `width`. A word that is longer than a line is cut. */
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

/** The picture as it is written into a page or a file. */
export const written = (svg: SVGElement): string => writable(svg.outerHTML)
