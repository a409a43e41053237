import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, type Hex, over, readColour, seen, shown } from './colour'
import { measure, nearest, OUTLINE, passes, TEXT } from './contrast'
import { accentsOf, nightAccent, paletteOf } from './palette'
import { propertyOf, SCHEMES, TOKEN_NAMES, TOKENS } from './tokens'

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}` as Hex)

describe('contrast', () => {
  // The last two lie on either side of 4.5 in the examples of WCAG's own technique G18 and of its readers' tools.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBe(contrast(one, other))
  })
})

describe('a colour', () => {
  it.each([
    ['#8F1D2C', '#8f1d2c'],
    [' 8f1d2c ', '#8f1d2c'],
    ['#fa0', '#ffaa00'],
    ['red', undefined],
    ['#8f1d2', undefined],
    ['#8f1d2c;}', undefined],
    ['', undefined],
  ])('typed as %j is read as %s', (typed, read) => expect(readColour(typed)).toBe(read))

  it('comes back from how it is seen', () =>
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(shown(seen(colour))).toBe(colour)
      }),
    ))

  it('laid over another is that part of the way', () => {
    expect(over('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(over('#fdfcf9', '#8f1d2c', 0)).toBe('#fdfcf9')
  })
})

describe('an accent', () => {
  it('of the house can be read everywhere', () => {
    for (const scheme of SCHEMES) expect(passes(TOKENS[scheme].accent, scheme)).toBe(true)
  })

  it('is measured as text and as an outline', () => {
    expect(measure('#8f1d2c', 'light').map(({ id, least }) => [id, least])).toEqual([
      ['paper', TEXT],
      ['raised', TEXT],
      ['soft', TEXT],
      ['button', TEXT],
      ['softText', TEXT],
      ['bar', OUTLINE],
    ])
    const failing = measure('#ffd400', 'light').filter((pair) => !pair.passes)
    expect(failing.map(({ id }) => id)).toEqual(['paper', 'raised', 'soft', 'button', 'bar'])
  })

  it('that cannot be read is led to the nearest that can, and one that can stays', () => {
    expect(nearest('#0a5c8a', 'light')).toBe('#0a5c8a')
    const better = nearest('#ffd400', 'light')
    expect(passes(better, 'light')).toBe(true)
    // A little lighter, and it would fail.
    const { lightness, ...hue } = seen(better)
    expect(passes(shown({ ...hue, lightness: lightness + 0.01 }), 'light')).toBe(false)
    expect(Math.abs(seen(better).hue - seen('#ffd400').hue)).toBeLessThan(0.1)
  })

  it('always has a nearest one that can be read, and one for the night', () =>
    fc.assert(
      fc.property(anyColour, (colour) => {
        for (const scheme of SCHEMES) expect(passes(nearest(colour, scheme), scheme)).toBe(true)
        expect(passes(nightAccent(colour), 'dark')).toBe(true)
      }),
      { numRuns: 60 },
    ))

  it('brings what is written on it and the ground of notices', () => {
    expect(paletteOf('#0a5c8a', 'light')).toEqual({
      accent: '#0a5c8a',
      onAccent: '#ffffff',
      accentSoft: '#ebf0f1',
    })
    expect(contrast(paletteOf('#7ec3f5', 'dark').onAccent, '#7ec3f5')).toBeGreaterThan(TEXT)
  })

  it('may be chosen for one scheme alone', () => {
    expect(accentsOf(null, null)).toBeUndefined()
    expect(accentsOf('#0a5c8a', null)).toEqual({ light: '#0a5c8a', dark: nightAccent('#0a5c8a') })
    expect(accentsOf(null, '#7ec3f5')).toEqual({ light: TOKENS.light.accent, dark: '#7ec3f5' })
  })
})

describe('the tokens', () => {
  const css = readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'app', 'globals.css'), 'utf8')
  const [, light = '', dark = ''] = css.split(/:root \{/)

  it.each(TOKEN_NAMES)('are those of the style sheet: %s', (token) => {
    expect(light.split('}')[0]).toContain(`${propertyOf(token)}: ${TOKENS.light[token]};`)
    expect(dark.split('}')[0]).toContain(`${propertyOf(token)}: ${TOKENS.dark[token]};`)
  })

  it('have an accent alone that a newsroom may change, and text that can be read in both schemes', () => {
    for (const scheme of SCHEMES) {
      const { paper, raised, ink, muted, field } = TOKENS[scheme]
      for (const ground of [paper, raised]) {
        for (const text of [ink, muted]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(TEXT)
        expect(contrast(field, ground)).toBeGreaterThanOrEqual(OUTLINE)
      }
    }
  })
})
