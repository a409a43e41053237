import { expect, it } from 'vitest'
import { hashReceipt, newReceipt, receiptOfAttempt } from './make-receipt'
import { readReceipt } from './typed-receipt'

it('makes codes of four groups of five, each another', () => {
  const codes = new Set(Array.from({ length: 1000 }, newReceipt))
  expect(codes.size).toBe(1000)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
})

it.each([
  ['as it was shown', 'AB12C-DE34F-GH56J-KM78N'],
  ['in small letters and without hyphens', 'ab12cde34fgh56jkm78n'],
  ['with spaces and other dashes', ' AB12C DE34F – GH56J — KM78N '],
])('reads a code %s', (_, typed) => {
  expect(readReceipt(typed)).toBe('AB12C-DE34F-GH56J-KM78N')
})

it('takes letters that look like digits for the digits', () => {
  expect(readReceipt('OIL12-34567-89ABC-DEFGH')).toBe('01112-34567-89ABC-DEFGH')
})

it.each(['', 'AB12C', 'AB12C-DE34F-GH56J-KM78U', 'AB12C-DE34F-GH56J-KM78NX', '<script>'])(
  'refuses %j',
  (typed) => {
    expect(readReceipt(typed)).toBeUndefined()
  },
)

it('stores 32 bytes that tell codes apart', () => {
  expect(hashReceipt('A')).toHaveLength(32)
  expect(hashReceipt('A')).not.toEqual(hashReceipt('B'))
})

it('gives one attempt one receipt in one survey', () => {
  const secret = 'a secret of at least thirty-two characters'
  const receipt = receiptOfAttempt(7, 'attempt', secret)
  expect(receipt).toBe(receiptOfAttempt(7, 'attempt', secret))
  expect(readReceipt(receipt)).toBe(receipt)
  const others = [
    receiptOfAttempt(8, 'attempt', secret),
    receiptOfAttempt(7, 'other', secret),
    receiptOfAttempt(7, 'attempt', `${secret}!`),
  ]
  expect(others).not.toContain(receipt)
})
