import { expect, it } from 'vitest'
import { readFeed } from './feed'

const item = (name: string, link: string) =>
  `<item><title>${name}</title>${link}<guid isPermaLink="false">${name}</guid></item>`
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://e.example/</link>${items}`
const urls = async (source: string) =>
  (await readFeed(source, 'https://e.example/feed'))?.entries.map(({ url }) => url)

it.each([
  '<link href="https://e.example/a"/>',
  '<link href="https://e.example/a"></link>',
  "<link rel='alternate' type='text/html' href='/a' />",
  '<link>https://e.example/a</link>',
])('reads a link of RSS however it is written: %s', async (link) => {
  expect(await urls(`${rss(item('A', link))}</channel></rss>`)).toEqual(['https://e.example/a'])
})

it('takes no other relation for the link', async () => {
  expect(
    await urls(`${rss(item('A', '<link rel="self" href="https://e.example/x"/>'))}</channel></rss>`),
  ).toEqual([''])
})

const WHOLE = rss(
  item('A', '<link>https://e.example/a</link>') + item('B', '<link>https://e.example/b</link>'),
)
const ATOM =
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>A</title><link href="https://e.example/a"/></entry><entry><id>2</id><title>B'

it('reads a feed that breaks off up to its last whole entry, wherever that is', async () => {
  const first = WHOLE.indexOf('</item>') + 7
  const second = WHOLE.lastIndexOf('</item>')
  for (let end = first; end < second; end += 5)
    expect(await urls(WHOLE.slice(0, end))).toEqual(['https://e.example/a'])
  expect(await urls(WHOLE)).toEqual(['https://e.example/a', 'https://e.example/b'])
  expect(await urls(`${WHOLE.slice(0, second)}<description><![CDATA[ <p>`)).toEqual(['https://e.example/a'])
  expect(await urls(ATOM)).toEqual(['https://e.example/a'])
})

it('reads nothing of a feed without a whole entry', async () => {
  expect(await readFeed(rss('<item><title>A'))).toBeUndefined()
})
