import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalAddress } from '../addresses/article-key'
import { pageKey } from './addresses'

const part = fc.constantFrom('pont', 'index', 'a.b', '%20', 'é', '')
const address = fc
  .record({
    scheme: fc.constantFrom('http', 'HTTPS'),
    host: fc.constantFrom('', 'www.', 'm.', 'amp.', 'www.m.'),
    path: fc.array(part, { maxLength: 3 }),
    file: fc.constantFrom('', '/', '/index.html', '/index.php'),
    query: fc.array(fc.constantFrom('id=3', 'p', 'ref=a', 'utm_source=rss', 'at_x=1', 'cmp=2', 'a=?b', ''), {
      maxLength: 3,
    }),
    end: fc.constantFrom('', '#suite'),
  })
  .map(
    ({ scheme, host, path, file, query, end }) =>
      `${scheme}://${host}journal.example/${path.join('/')}${file}?${query.join('&')}${end}`,
  )

it('is one for addresses of one article, and drops more', () => {
  fc.assert(
    fc.property(address, (one) => {
      expect(pageKey(`https://${canonicalAddress(one)}`)).toBe(pageKey(one))
    }),
  )
  expect(pageKey('https://amp.journal.example/pont/index.html?ref=accueil&cmp=1&id=3')).toBe(
    pageKey('/pont?id=3', 'http://www.journal.example/'),
  )
})

it('differs for another article', () => {
  const key = pageKey('https://journal.example/pont?id=3')
  for (const other of [
    '/pont?id=4',
    '/pont',
    '/Pont?id=3',
    '/pont/indexation?id=3',
    '/pont?id=3&reference=1',
  ])
    expect(pageKey(other, 'https://journal.example/')).not.toBe(key)
})

it.each(['', 'pont', 'mailto:a@b.example'])('is none for %j', (given) => {
  expect(pageKey(given)).toBeUndefined()
  expect(canonicalAddress(given)).toBeUndefined()
})
