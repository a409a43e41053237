import { expect, it } from 'vitest'
import { canonicalOf } from './canonical'

const address = 'https://amp.journal.example/2026/pont?print=1'
const page = (head: string) =>
  `<!doctype html><html><head>${head}</head><body><link rel="canonical" href="/corps"></body></html>`
const own = (href: string) => `<title>Un pont</title><link rel="canonical" href="${href}">`

it.each([
  [own('https://www.journal.example/2026/pont'), 'https://www.journal.example/2026/pont'],
  [own('/2026/pont'), 'https://amp.journal.example/2026/pont'],
  ['<LINK HREF=//journal.example/2026/pont REL=Canonical>', 'https://journal.example/2026/pont'],
  [own('https://www.journal.example/?p=12'), 'https://www.journal.example/?p=12'],
])('takes the address that %s names', async (head, canonical) => {
  expect(await canonicalOf(page(head), address)).toBe(canonical)
})

it.each([
  '',
  own(''),
  own('https://www.journal.example/'),
  own('https://autre.example/2026/pont'),
  own('javascript:1'),
])('keeps the page’s address with %j', async (head) => {
  expect(await canonicalOf(page(head), address)).toBe(address)
})
