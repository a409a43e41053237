import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extent } from '@/scripts/testing/test-size'
import { readFeed } from './feed'
import { absoluteLink, baseWithin } from './feed-links'

/** The number of inputs of each property. */
const RUNS = extent(25, 100)

const home = 'https://journal.example/'
const address = `${home}flux/une.xml`
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const atom = (entries: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>J</title>${entries}</feed>`
const rss = (items: string, { root = '', channel = '', link = home } = {}) =>
  `<rss version="2.0" ${root}><channel ${channel}><title>J</title><link>${link}</link>${items}</channel></rss>`
const rdf = (items: string) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="${home}"><title>J</title></channel>${items}</rdf:RDF>`
const json = (...items: object[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', home_page_url: home, items })
const urls = async (feed: string, at = address) => (await readFeed(feed, at))?.entries.map(({ url }) => url)
const titles = async (feed: string) => (await readFeed(feed, address))?.entries.map(({ title }) => title)

describe('the link of an entry', () => {
  it.each([
    ['xml:base of an Atom feed', atom('<entry><link href="/2026/pont"/></entry>', `xml:base="${home}"`)],
    [
      'xml:base of an entry in a feed’s',
      atom('<entry xml:base="2026/"><link href="pont"/></entry>', `xml:base="${home}"`),
    ],
    [
      'a page beside what is no page',
      atom(
        '<entry><link rel="self" href="/e"/><link rel="enclosure" href="/a.mp3"/><link rel="ALTERNATE" type="text/html" href="/2026/pont"/></entry>',
      ),
    ],
    [
      'the page in HTML',
      atom(
        '<entry><link rel="alternate" type="application/json" href="/j"/><link type="text/html" href="/2026/pont"/></entry>',
      ),
    ],
    [
      'an Atom id that is an address',
      atom(`<entry><id>${home}2026/pont</id><link rel="enclosure" href="/a.mp3"/></entry>`),
    ],
    ['a path', rss('<item><link>/2026/pont</link></item>')],
    ['no scheme', rss('<item><link>//journal.example/2026/pont</link></item>')],
    ['a path beside the feed', rss('<item><link>../2026/pont</link></item>')],
    [
      'spaces and line ends',
      rss('<item><link>\n  /2026/\n  pont </link></item>').replace('\n  pont', '\npont'),
    ],
    ['xml:base of rss', rss('<item><link>pont</link></item>', { root: `xml:base="${home}2026/"` })],
    [
      'xml:base of a channel',
      rss('<item><link>pont</link></item>', { root: `xml:base="${home}"`, channel: "xml:base='2026/'" }),
    ],
    ['xml:base of an item', rss(`<item xml:base="/2026/"><link>pont</link></item>`)],
    [
      'xml:base of an Atom link, within those around it',
      atom('<entry xml:base="2026/x/"><link href="pont" xml:base="../"/></entry>', `xml:base="${home}"`),
    ],
    [
      'xml:base of an Atom link, and of a comments’ link beside it',
      atom(
        `<entry><link rel="replies" href="a" xml:base="/b/"/><link xml:base='${home}2026/' rel='alternate' href='pont' /></entry>`,
      ),
    ],
    ['xml:base of an RSS link', rss(`<item><link xml:base="/2026/">pont</link></item>`)],
    ['an empty xml:base', atom('<entry><link href="/2026/pont" xml:base=""/></entry>')],
    ['a guid', rss(`<item><guid>${home}2026/pont</guid></item>`)],
    ['a guid said to be a link', rss(`<item><guid isPermaLink="true">${home}2026/pont</guid></item>`)],
    ['the address of an RDF item', rdf(`<item rdf:about="${home}2026/pont"><title>P</title></item>`)],
    ['the link of an RDF item', rdf('<item rdf:about="x"><link>/2026/pont</link></item>')],
    ['JSON', json({ id: '1', url: '/2026/pont', external_url: 'https://autre.example/' })],
    ['a JSON id', json({ id: `${home}2026/pont` })],
  ])('is found: %s', async (_, feed) => {
    expect(await urls(feed)).toEqual([`${home}2026/pont`])
  })

  it('is none where a guid is no link, or the address no web page', async () => {
    expect(await urls(rss(`<item><guid isPermaLink="false">${home}2026/pont</guid></item>`))).toEqual([''])
    expect(await urls(rss('<item><guid>pont-2026</guid></item>'))).toEqual([''])
    for (const link of [
      'mailto:a@b.example',
      'javascript:alert(1)',
      'ftp://a.example/',
      'https://u:p@a.example/',
    ])
      expect(await urls(rss(`<item><link>${link}</link></item>`))).toEqual([''])
  })

  it('is relative to the site where another host distributes the feed', async () => {
    const item = '<item><link>/2026/pont</link></item>'
    expect(await urls(rss(item), 'https://flux.example/journal')).toEqual([`${home}2026/pont`])
    expect(await urls(json({ id: '1', url: '/2026/pont' }), 'https://flux.example/j')).toEqual([
      `${home}2026/pont`,
    ])
  })

  it('stays what it is when it is absolute, whatever the bases', () => {
    const web = fc.webUrl({ withFragments: true, withQueryParameters: true })
    fc.assert(
      fc.property(
        web,
        web,
        fc.oneof(web, fc.constantFrom('', '/a/', 'b/', '//c.example/')),
        (link, outer, own) => {
          expect(absoluteLink(link, baseWithin(outer, own))).toBe(new URL(link).href)
        },
      ),
      { numRuns: RUNS },
    )
  })
})

describe('the title of an entry', () => {
  const plain = fc.string({
    minLength: 1,
    unit: fc.constantFrom('a', 'é', '&', '<', '>', '"', ';', '#', '8', 'amp', 'lt', '’'),
  })
  const shown = (text: string) => text.trim().slice(0, 300)

  it('is decoded once, never twice, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(plain, async (title) => {
        const html = escaped(escaped(title))
        const entries = `<entry><title type="html">${html}</title></entry><entry><title>${escaped(title)}</title></entry>`
        expect(await titles(atom(entries))).toEqual([shown(title), shown(title)])
        expect(await titles(rss(`<item><title>${html}</title></item>`))).toEqual([shown(title)])
        expect(await titles(rss(`<item><title><![CDATA[${escaped(title)}]]></title></item>`))).toEqual([
          shown(title),
        ])
        expect(await titles(json({ id: '1', title }))).toEqual([shown(title)])
      }),
      { numRuns: RUNS },
    )
  })

  it('loses its markup, not its characters', async () => {
    const html = 'L&amp;#8217;été à R&amp;amp;D &lt;em&gt;x&lt;/em&gt;&lt;br&gt;y'
    expect(await titles(atom(`<entry><title type="html">${html}</title></entry>`))).toEqual([
      'L’été à R&D x y',
    ])
    const xhtml =
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Un <b>pont</b> &amp; x</div></title>'
    expect(await titles(atom(`<entry>${xhtml}</entry>`))).toEqual(['Un pont & x'])
    expect(await titles(rss('<item><title>«\u202fOui\u00a0»\n  et non, 1 &lt; 2</title></item>'))).toEqual([
      '«\u202fOui\u00a0» et non, 1 < 2',
    ])
  })
})

describe('the newest entries', () => {
  const date = (n: number) => new Date(Date.UTC(2026, 0, 1, n))
  const forms: ((n: number) => string)[] = [
    (n) => rss(`<item><link>/${n}</link><pubDate>${date(n).toUTCString()}</pubDate></item>`),
    (n) =>
      atom(
        `<entry><link href="/${n}"/><updated>2027-01-01T00:00:00Z</updated><published>${date(n).toISOString()}</published></entry>`,
      ),
    (n) => rdf(`<item><link>/${n}</link><dc:date>${date(n).toISOString()}</dc:date></item>`),
  ]
  const inside = /<(?:item|entry)>.*<\/(?:item|entry)>/s

  it('come first, whatever their order and number in the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...forms),
        fc.integer({ min: 1, max: 60 }).chain((most) => {
          return fc.shuffledSubarray(
            Array.from({ length: most }, (_, n) => n + 1),
            { minLength: most },
          )
        }),
        async (form, order) => {
          const feed = form(0).replace(inside, order.map((n) => inside.exec(form(n))?.[0] ?? '').join(''))
          const read = await readFeed(feed, address)
          expect(read?.listed).toBe(order.length)
          const newest = order.toSorted((a, b) => b - a).slice(0, 30)
          expect(read?.entries.map(({ url }) => url)).toEqual(newest.map((n) => `${home}${n}`))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('are found at the end of a feed of a thousand', async () => {
    const items = Array.from({ length: 1_000 }, (_, n) => ({
      id: `${home}${n}`,
      date_published: date(n).toISOString(),
    }))
    const read = await readFeed(json(...items), address)
    expect([read?.listed, read?.entries.length, read?.entries[0]?.url]).toEqual([1_000, 30, `${home}999`])
  })

  it('keep the order of a feed without dates, and a place for one that lacks its date', async () => {
    const item = (n: number, when = '') => `<item><link>/${n}</link><pubDate>${when}</pubDate></item>`
    expect(await urls(rss([1, 2, 3].map((n) => item(n)).join('')))).toEqual(
      [1, 2, 3].map((n) => `${home}${n}`),
    )
    const mixed = [item(1, date(1).toUTCString()), item(2, 'lundi'), item(3, date(3).toUTCString())]
    expect(await urls(rss(mixed.join('')))).toEqual([3, 1, 2].map((n) => `${home}${n}`))
  })
})
