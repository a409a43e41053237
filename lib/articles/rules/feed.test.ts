import { expect, it } from 'vitest'
import { readFeed } from './feed'

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Le Quotidien</title><link>https://journal.example/</link>
<item><title>Un tramway &amp; un port</title><link>https://journal.example/tramway</link><guid isPermaLink="false">tag:1</guid></item>
<item><title>Sans lien</title></item>
<item><title>Piège</title><link>javascript:alert(1)</link></item></channel></rss>`
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Le Quotidien</title><id>urn:f</id><updated>2026-03-14T00:00:00Z</updated>
<entry><title>Un tramway</title><id>urn:1</id><link rel="self" href="https://journal.example/self"/><link rel="alternate" href="https://journal.example/tramway"/><updated>2026-03-14T00:00:00Z</updated></entry></feed>`

it('reads RSS: what has a web address, with the id the feed gives it', async () => {
  expect(await readFeed(rss)).toEqual({
    title: 'Le Quotidien',
    entries: [{ key: 'tag:1', url: 'https://journal.example/tramway', title: 'Un tramway & un port' }],
  })
})

it('reads Atom', async () => {
  expect(await readFeed(atom)).toEqual({
    title: 'Le Quotidien',
    entries: [{ key: 'urn:1', url: 'https://journal.example/tramway', title: 'Un tramway' }],
  })
})

it.each(['', 'bonjour', '<html><body>page</body></html>', '{}', '<rss>', '{"version":1}'])(
  'takes %j for no feed',
  async (source) => {
    expect((await readFeed(source))?.entries ?? []).toEqual([])
  },
)
