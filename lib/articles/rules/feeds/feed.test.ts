import { expect, it } from 'vitest'
import { readFeed } from './feed'

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Le Quotidien</title><link>https://journal.example/</link>
<item><title>Un tramway &amp; un port</title><link>https://journal.example/tramway</link><guid isPermaLink="false">tag:1</guid></item>
<item><title>Sans lien</title></item>
<item><title>Piège</title><link>javascript:alert(1)</link></item></channel></rss>`
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Le Quotidien</title><id>urn:f</id><updated>2026-03-14T00:00:00Z</updated>
<entry><title>Un tramway</title><id>urn:1</id><link rel="self" href="https://journal.example/self"/><link rel="alternate" href="https://journal.example/tramway"/><updated>2026-03-14T00:00:00Z</updated></entry></feed>`

it('reads RSS, with the id the feed gives an entry; what has no web address has an empty one', async () => {
  expect(await readFeed(rss)).toEqual({
    title: 'Le Quotidien',
    entries: [
      { key: 'tag:1', url: 'https://journal.example/tramway', title: 'Un tramway & un port' },
      { key: 'Sans lien', url: '', title: 'Sans lien' },
      { key: 'javascript:alert(1)', url: '', title: 'Piège' },
    ],
    listed: 3,
  })
})

it('reads the first entries of a long feed, and says how many it lists', async () => {
  const items = Array.from({ length: 41 }, (_, n) => `<item><link>https://journal.example/${n}</link></item>`)
  const read = await readFeed(`<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`)
  expect(read?.listed).toBe(41)
  expect(read?.entries.map(({ url }) => url)).toEqual(
    Array.from({ length: 30 }, (_, n) => `https://journal.example/${n}`),
  )
})

it('reads Atom', async () => {
  expect(await readFeed(atom)).toEqual({
    title: 'Le Quotidien',
    entries: [{ key: 'urn:1', url: 'https://journal.example/tramway', title: 'Un tramway' }],
    listed: 1,
  })
})

it.each(['', 'bonjour', '<html><body>page</body></html>', '{}', '<rss>', '{"version":1}'])(
  'takes %j for no feed',
  async (source) => {
    expect((await readFeed(source))?.entries ?? []).toEqual([])
  },
)
