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
  [
    '<link rel="alternate" type="application/rss+xml" title="Flux des commentaires" href="/c"><link rel="alternate" type="application/rss+xml" href="/a/comments/feed/"><link rel="alternate" type="application/rss+xml" title="Flux" href="/f">',
    ['https://journal.example/f', 'https://journal.example/c', 'https://journal.example/a/comments/feed/'],
  ],
  [
    '<link rel="alternate" type="application/json" href="/api/1"><link rel="alternate" type="text/xml" href="/b.xml"><link rel="feed" href="/c"><link rel="alternate" type="application/rss+xml" href="/a">',
    [
      'https://journal.example/a',
      'https://journal.example/api/1',
      'https://journal.example/b.xml',
      'https://journal.example/c',
    ],
  ],
  [
    '<a href="/rss.xml">RSS</a><a href="/flux?lang=fr">Flux</a><a href="/a" type="application/atom+xml">A</a><a href="/afflux">B</a><a href="/rss-et-vous.html">C</a>',
    ['https://journal.example/rss.xml', 'https://journal.example/flux?lang=fr', 'https://journal.example/a'],
  ],
  [
    '<a href="/rss.xml">RSS</a><link rel="alternate" type="application/rss+xml" href="/a">',
    ['https://journal.example/a'],
  ],
  ['', []],
])('finds the feeds that %s announces', async (head, links) => {
  expect(await feedLinks(page(head), address)).toEqual(links)
})
