import fc from 'fast-check'
import { expect, it } from 'vitest'
import { templateOf } from './template'

const MARK = '~0123456789abcdef~'

it('gives every reader the page with their own word', () => {
  const part = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .map((text) => text.replaceAll(/[~0-9a-f]/g, ''))
  const word = fc.stringMatching(/^[\w-]{1,80}$/)
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), word, word, (parts, one, other) => {
      const template = templateOf(parts.join(MARK), MARK)
      for (const given of [one, other]) {
        expect(template?.(given)).toBe(parts.join(given))
      }
    }),
  )
})

it('puts each of several words where its own mark stands', () => {
  const other = '~fedcba9876543210~'
  const template = templateOf(`a${MARK}b${other}c${MARK}${other}`, MARK, other)
  expect(template?.('1', '2')).toBe('a1b2c12')
  expect(templateOf(`a${MARK}b`, MARK, other)).toBeUndefined()
})

it.each([
  ['a page without the mark', 'page'],
  ['a page in which the mark is cut in two', `${MARK} and ${MARK.slice(0, 12)}"],["${MARK.slice(12)}`],
  ['a page in which it is cut near its end', `${MARK} and ${MARK.slice(0, -1)}"],["${MARK.slice(-1)}`],
])('makes no template of %s', (_of, page) => {
  expect(templateOf(page, MARK)).toBeUndefined()
})
