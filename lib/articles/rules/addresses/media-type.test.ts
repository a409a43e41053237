import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isReadable, isUnknown, isXml, mediaType, sniffedType } from './media-type'

it('reads a type in any case, with parameters in any order', () => {
  const cased = (text: string) =>
    fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }).map((upper) => {
      return [...text].map((one, n) => (upper[n] ? one.toUpperCase() : one)).join('')
    })
  fc.assert(
    fc.property(
      cased('application/rss+xml'),
      cased('charset'),
      fc.constantFrom('"', "'", ''),
      fc.boolean(),
      (type, name, quote, last) => {
        const charset = ` ${name} = ${quote}utf-8${quote}`
        const given = last ? `${type};version=2;${charset}` : `${type} ;${charset};version=2`
        expect(mediaType(given)).toEqual({ essence: 'application/rss+xml', charset: 'utf-8' })
      },
    ),
  )
  expect(mediaType('')).toEqual({ essence: '', charset: undefined })
})

it('knows what may be a text, what is XML, and what says nothing', () => {
  for (const type of [
    'text/html',
    'application/rdf+xml',
    'application/feed+json',
    'application/json',
    'text/plain',
  ])
    expect(isReadable(type)).toBe(true)
  for (const type of ['image/png', 'application/pdf', 'application/xmlx'])
    expect(isReadable(type)).toBe(false)
  expect(['text/xml', 'application/atom+xml', 'text/html'].map(isXml)).toEqual([true, true, false])
  expect(['', 'application/octet-stream', 'image/png'].map(isUnknown)).toEqual([true, true, false])
})

it.each([
  ['<?xml version="1.0"?><rss/>', 'application/xml'],
  ['\xef\xbb\xbf\n<rss version="2.0">', 'application/xml'],
  ['<!doctype html><p>', 'text/html'],
  ['<\0?\0x\0m\0l\0 \0', 'application/xml'],
  ['{"version":1}', 'application/json'],
  ['Bonjour, \xe9t\xe9', 'text/plain'],
  ['\x89PNG\r\n\x1a\n\0\0\0', undefined],
  ['%PDF-1.7\n\x00', undefined],
])('takes %j for %s', (text, type) => {
  expect(sniffedType(Buffer.from(text, 'latin1'))).toBe(type)
})
