import { expect, it } from 'vitest'
import { feedLinks } from './feed-discovery'

const address = 'https://journal.example/une/'
const page = (head: string) => `<!doctype html><html><head>${head}</head><body><p>Bonjour</p></body></html>`

it.each([
  ['<link rel="alternate" type="application/rss+xml" href="/flux">', ['https://journal.example/flux']],
  [
    '<LINK HREF=flux.atom TYPE="Application/Atom+XML; charset=utf-8" REL="Alternate home">',
    ['https://journal.example/une/flux.atom'],
  ],
  [
    '<base href="https://autre.example/"><link rel=alternate type=application/feed+json href=f.json>',
    ['https://autre.example/f.json'],
  ],
  [
    '<link rel="alternate" type="application/rss+xml" href="//flux.example/a"><link rel="alternate" type="application/rss+xml" href="/b"><link rel="alternate" type="application/rss+xml" href="/b">',
    ['https://flux.example/a', 'https://journal.example/b'],
  ],
  [
    '<link rel="alternate" hreflang="en" href="/en"><link rel="stylesheet" type="application/rss+xml" href="/x"><link rel="alternate" type="application/rss+xml" href="javascript:1">',
    [],
  ],
  ['', []],
])('finds the feeds that %s announces', async (head, links) => {
  expect(await feedLinks(page(head), address)).toEqual(links)
})
