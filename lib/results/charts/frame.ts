import { type Attributes, type Drawing, element, type Look, label, TEXT, wrapped, written } from './svg'

/** What a picture must state when it leaves its page. */
export type Said = {
  title: string
  /** What the shares are of, and of how many. */
  base: string
  /** Its source, its date, and who answered. */
  notes: string[]
}

/**
 * The look of a picture as a file: dark on white, as wide as a column of print. Its fonts are those of
 * `lib/platform/images/png.ts`.
 */
export const FILE_LOOK: Look = {
  width: 736,
  ink: '#1c1a17',
  paper: '#ffffff',
  font: '"Source Sans 3", "Source Sans Pro", "Helvetica Neue", Arial, sans-serif',
  id: 'avis',
}
/** Returns the look within a page: in the page's colours, light or dark, and its fonts. */
export const pageLook = (id: string, width: number): Look => ({
  width,
  id,
  ink: 'currentColor',
  paper: 'var(--paper, #fff)',
  font: 'inherit',
})

const TITLE = 22
const TITLE_FONT = '"Source Serif 4", "Source Serif Pro", Georgia, serif'
const EDGE = 32

/** Returns the drawing for a page: an image with a name and a description; its table stands beside it. */
export function inPage({ svg, width, height }: Drawing, look: Look, name: string, description: string) {
  const [title, described] = [`${look.id}-nom`, `${look.id}-texte`]
  svg.prepend(element('title', { id: title }, name), element('desc', { id: described }, description))
  for (const [key, value] of Object.entries({
    role: 'img',
    'aria-labelledby': `${title} ${described}`,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    style: 'display:block;max-width:100%;height:auto',
  }))
    svg.setAttribute(key, String(value))
  return written(svg)
}

/** Returns the drawing as a separate file, with everything that a quotation must state. */
export function asFile({ svg, height }: Drawing, { title, base, notes }: Said, description: string): string {
  const { width, ink, paper, font } = FILE_LOOK
  const lines: SVGElement[] = []
  let y = EDGE - 14
  const say = (text: string, size: number, look: Attributes) => {
    for (const line of wrapped(text, width, size)) {
      y += size * 1.3
      lines.push(label(FILE_LOOK, line, EDGE, Math.round(y), { 'font-size': size, ...look }))
    }
  }
  say(title, TITLE, { 'font-family': TITLE_FONT, 'font-weight': 600 })
  y += 4
  say(base, TEXT + 1, {})
  y += 20
  svg.setAttribute('x', String(EDGE))
  svg.setAttribute('y', String(Math.round(y)))
  svg.setAttribute('overflow', 'visible')
  y += height + 18
  lines.push(
    element('path', { d: `M${EDGE},${Math.round(y)}h${width}`, stroke: ink, 'stroke-opacity': 0.35 }),
  )
  y += 6
  for (const note of notes) say(note, TEXT, { 'fill-opacity': 0.85 })
  const [outer, tall] = [width + 2 * EDGE, Math.ceil(y + EDGE)]
  const whole = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${outer} ${tall}`,
      width: outer,
      height: tall,
      'font-family': font,
      fill: ink,
      role: 'img',
      'aria-labelledby': 'avis-nom avis-texte',
    },
    element('title', { id: 'avis-nom' }, title),
    element('desc', { id: 'avis-texte' }, [description, ...notes].join(' ')),
    element('rect', { width: outer, height: tall, fill: paper }),
    ...lines,
    svg,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(whole)}\n`
}
