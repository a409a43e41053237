import { expect, it } from 'vitest'
import { isPageView } from './opened-by-person'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'
const opening = (headers: Record<string, string>) => isPageView((name) => headers[name])

it('a browser opens a page', () => {
  expect(opening({ 'user-agent': FIREFOX })).toBe(true)
})

it.each([
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Twitterbot/1.0',
  'curl/8.5.0',
  '',
])('%j does not', (agent) => {
  expect(opening({ 'user-agent': agent })).toBe(false)
})

it.each(['prefetch', 'prefetch;prerender', 'prefetch;anonymous-client-ip'])(
  'a page fetched ahead (%s) is not opened',
  (purpose) => {
    expect(opening({ 'user-agent': FIREFOX, 'sec-purpose': purpose })).toBe(false)
  },
)

it('a request without any header is nobody', () => {
  expect(opening({})).toBe(false)
})
