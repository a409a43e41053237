import { expect, it } from 'vitest'
import { newFormToken, readFormToken } from './form-token'
import { isAttempt, newAttempt } from './identity'
import { SOURCES, sourceOf } from './sources'

const secret = 'a secret of at least thirty-two characters'
const issuedAt = Date.parse('2025-01-24T10:00:00Z')

it.each(SOURCES)('a form token tells when its page was made and that its reader came by %s', (source) => {
  const token = newFormToken({ issuedAt, source }, secret)
  expect(isAttempt(token)).toBe(true)
  expect(readFormToken(token, secret)).toEqual({ issuedAt, source })
})

it('is another each time', () => {
  const token = () => newFormToken({ issuedAt, source: 'none' }, secret)
  expect(new Set(Array.from({ length: 1000 }, token)).size).toBe(1000)
})

it('says nothing once a character of it is another, and nothing when it is a client’s own key', () => {
  const token = newFormToken({ issuedAt, source: 'search' }, secret)
  for (let place = 0; place < token.length; place++) {
    const other = token[place] === 'a' ? 'b' : 'a'
    expect(readFormToken(token.slice(0, place) + other + token.slice(place + 1), secret)).toBeUndefined()
  }
  expect(readFormToken(token, `${secret}!`)).toBeUndefined()
  expect(readFormToken(newAttempt(), secret)).toBeUndefined()
})

it.each([
  [undefined, 'none'],
  ['', 'none'],
  ['android-app', 'none'],
  ['https://avis.example.fr/', 'here'],
  ['https://avis.example.fr/embed/meta', 'article'],
  ['https://www.journal.example/monde/article-7', 'article'],
  ['https://www.google.fr/', 'search'],
  ['https://news.google.com/', 'search'],
  ['https://t.co/abc', 'social'],
  ['https://l.facebook.com/', 'social'],
  ['https://notfacebook.com/', 'other'],
  ['https://best.com/', 'other'],
  ['https://blog.example.org/', 'other'],
])('a reader whose browser says %j came by %s', (referrer, source) => {
  const around = { own: 'https://avis.example.fr', article: 'https://journal.example/a' }
  expect(sourceOf(referrer, around)).toBe(source)
})
