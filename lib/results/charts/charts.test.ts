import { DOMParser } from 'linkedom'
import { expect, it } from 'vitest'
import { bars } from './bars'
import { columns } from './columns'
import { asFile, FILE_LOOK, inPage, pageLook } from './frame'
import { lines } from './lines'
import { MAX_PATTERNS } from './patterns'
import { stacks } from './stacks'
import { type Drawing, fitted, type Look, wrapped } from './svg'

const HOSTILE = '</text><script>alert(1)</script> & "\u0000\u001b\ud800"'
const HOUR = 3600_000
const number = (value: number) => String(value)
const start = Date.UTC(2026, 2, 14, 8)

const drawings: Record<string, (look: Look, text: string) => Drawing> = {
  columns: (look, text) =>
    columns(
      look,
      [0, 3, 1].map((value, index) => ({
        from: new Date(start + index * HOUR),
        to: new Date(start + (index + 1) * HOUR),
        value,
        title: `${text}${index}`,
      })),
      [{ at: new Date(start), label: text }],
      { number },
    ),
  stacks: (look, text) =>
    stacks(
      look,
      [text, 'Non'],
      [
        {
          label: text,
          base: '20 avis',
          segments: [
            { value: 15, label: '75 %', title: text },
            { value: 5, label: '25 %', title: 'Non' },
          ],
        },
        { label: 'Personne', base: 'trop peu', segments: [] },
      ],
    ),
  bars: (look, text) =>
    bars(look, [{ heading: text, bars: [{ label: text, value: 3, text: '3', title: text }] }], [text]),
  lines: (look, text) =>
    lines(
      look,
      [
        {
          label: text,
          points: [
            { x: 0, y: 0 },
            { x: 5, y: 3 },
          ],
        },
        { label: 'Autre', points: [{ x: 0, y: 0 }] },
      ],
      { number, axis: text, keyed: (label, total) => `${label}: ${total}` },
    ),
}
const said = (text: string) => ({ title: text, base: text, notes: [text] })

it.each(Object.keys(drawings))(
  '%s: whatever the words are, they are words, in a page and in a file',
  (name) => {
    const draw = drawings[name]
    if (!draw) throw new Error('no such drawing')
    const look = pageLook('essai', 320)
    for (const svg of [
      asFile(draw(FILE_LOOK, HOSTILE), said(HOSTILE), HOSTILE),
      inPage(draw(look, HOSTILE), look, HOSTILE, HOSTILE),
    ]) {
      expect(svg).not.toMatch(/<script|<style|on\w+=|href|aria-label=/)
      expect(svg).toContain('&lt;script')
      expect(svg.isWellFormed()).toBe(true)
      expect([...svg].every((letter) => letter >= ' ' || /\s/.test(letter))).toBe(true)
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
      expect(parsed.documentElement.getAttribute('role')).toBe('img')
      for (const id of parsed.documentElement.getAttribute('aria-labelledby')?.split(' ') ?? [])
        expect(parsed.getElementById(id)?.textContent).toBeTruthy()
    }
  },
)

it('a file holds its colours, a page takes those of its reader; no two pictures of a page share an id', () => {
  const file = asFile(drawings.stacks?.(FILE_LOOK, 'Oui') as Drawing, said('Titre'), 'Texte')
  expect(file).not.toMatch(/currentColor|var\(/)
  const page = (id: string) => {
    const look = pageLook(id, 320)
    return inPage(drawings.stacks?.(look, 'Oui') as Drawing, look, 'Titre', 'Texte')
  }
  expect(page('a')).toMatch(/currentColor/)
  const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids(page('a')).filter((id) => ids(page('b')).includes(id))).toEqual([])
})

it('series are told apart by what fills them: as many fills as series, all of them different', () => {
  const look = pageLook('essai', 700)
  const legend = Array.from({ length: MAX_PATTERNS }, (_, index) => `Réponse ${index}`)
  const segments = legend.map((title) => ({ value: 10, label: '12 %', title }))
  const { svg } = stacks(look, legend, [{ label: 'Ligne', base: '80 avis', segments }])
  const parsed = svg.outerHTML
  const fills = new Set([...parsed.matchAll(/<pattern [^>]*id="([^"]+)"/g)].map(([, id]) => id))
  expect(fills.size).toBe(MAX_PATTERNS)
  for (const id of fills) expect(parsed).toContain(`url(#${id})`)
  const drawn = [...parsed.matchAll(/<pattern [^>]*>(.*?)<\/pattern>/g)].map(([, inside]) => inside)
  expect(new Set(drawn).size).toBe(MAX_PATTERNS)
})

it('words are cut or wrapped to the room there is', () => {
  expect(fitted('Oui', 100)).toBe('Oui')
  expect(fitted('Une réponse bien trop longue', 60)).toMatch(/^Une rép.*…$/)
  expect(wrapped('un deux trois quatre', 75)).toEqual(['un deux', 'trois', 'quatre'])
  expect(wrapped('', 75)).toEqual([''])
})

it.each([1, 2, 4])('counts up to %s are marked in whole steps', (highest) => {
  const said: number[] = []
  const heard = (value: number) => {
    said.push(value)
    return number(value)
  }
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: highest },
  ]
  lines(FILE_LOOK, [{ label: 'Pour', points }], { number: heard, axis: 'Heures', keyed: (label) => label })
  const hour = { from: new Date(start), to: new Date(start + HOUR), value: highest, title: '' }
  columns(FILE_LOOK, [hour], [], { number: heard })
  expect(said).toContain(1)
  expect(said.filter((value) => !Number.isInteger(value))).toEqual([])
})
