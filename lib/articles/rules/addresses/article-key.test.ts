import fc from 'fast-check'
import { expect, it } from 'vitest'
import { articleKey, canonicalAddress } from './article-key'

const segment = fc.stringMatching(/^[a-z0-9-]{1,8}$/)
const address = fc.record({
  scheme: fc.constantFrom('http', 'https'),
  www: fc.constantFrom('', 'www.', 'WWW.'),
  slash: fc.constantFrom('', '/'),
  tracking: fc.subarray([
    'utm_source=rss',
    'fbclid=a%20b',
    'xtor=RSS-1',
    'at_medium=flux',
    'UTM_campaign',
    'mc_cid=1',
    '_ga=2',
  ]),
  fragment: fc.constantFrom('', '#suite', '#xtor=RSS-3'),
})
type Way = typeof address extends fc.Arbitrary<infer A> ? A : never
const path = fc.array(segment, { maxLength: 3 })
const query = fc.uniqueArray(fc.tuple(segment, segment), { maxLength: 3, selector: ([name]) => name })

it('is the same for every way of writing an article’s address, and another for another article', () => {
  const written = (
    parts: string[],
    asked: [string, string][],
    { scheme, www, slash, tracking, fragment }: Way,
  ) => {
    const pairs = [
      ...tracking.slice(0, 1),
      ...asked.map(([name, value]) => `${name}=${value}`),
      ...tracking.slice(1),
    ]
    const end = slash || !parts.length ? '/' : ''
    return `${scheme}://${www}journal.example/${parts.join('/')}${parts.length ? end : ''}${pairs.length ? `?${pairs.join('&')}` : ''}${fragment}`
  }
  fc.assert(
    fc.property(path, query, address, address, segment, (parts, asked, one, other, another) => {
      const first = written(parts, asked, one)
      expect(canonicalAddress(first)).toBe(canonicalAddress(written(parts, asked, other)))
      expect(canonicalAddress(first)).not.toBe(canonicalAddress(written([...parts, another], asked, one)))
      expect(articleKey(first)).toEqual(articleKey(written(parts, asked, other)))
    }),
  )
})

it.each([
  [
    'https://www.journal.example/2026/pont/?utm_source=rss&utm_medium=flux#suite',
    'journal.example/2026/pont',
  ],
  ['http://journal.example:80/a?id=3&utm_source=x&page=2', 'journal.example/a?id=3&page=2'],
  ['https://journal.example', 'journal.example'],
  ['https://journal.example/?p=12', 'journal.example?p=12'],
  ['https://journal.example:8443/Pont', 'journal.example:8443/Pont'],
  [
    'https://wwwjournal.example/utm_source=1?xgclid=1&_gallery=2',
    'wwwjournal.example/utm_source=1?xgclid=1&_gallery=2',
  ],
])('writes %s as %s', (given, canonical) => {
  expect(canonicalAddress(given)).toBe(canonical)
})

it.each(['', 'pont', 'mailto:a@b.example', 'javascript:alert(1)'])('has none for %j', (given) => {
  expect(articleKey(given)).toBeUndefined()
})
