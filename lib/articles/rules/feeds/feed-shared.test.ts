import { expect, it } from 'vitest'
import { readFeed } from './feed'

const feed = (...items: string[]) =>
  `<rss version="2.0"><channel><title>J</title><link>https://journal.example/</link>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`
const read = async (...items: string[]) =>
  (await readFeed(feed(...items), 'https://journal.example/rss'))?.entries ?? []

it('entries that share an id have keys of their own', async () => {
  const entries = await read(
    ...['a', 'b', 'c'].map(
      (one) => `<guid isPermaLink="false">0</guid><link>https://journal.example/${one}</link>`,
    ),
  )
  expect(new Set(entries.map(({ key }) => key)).size).toBe(3)
})

it('an entry that its feed repeats has one key', async () => {
  const item = '<guid isPermaLink="false">7</guid><link>https://journal.example/a</link>'
  const [one, other] = await read(item, item)
  expect(one?.key).toBe(other?.key)
})

it('entries that all link to the home page are found at the pages that are their ids', async () => {
  const home = '<link>https://journal.example/</link>'
  const entries = await read(
    ...['a', 'b'].map((one) => `${home}<guid>https://journal.example/${one}</guid>`),
    `${home}<guid isPermaLink="false">https://journal.example/3</guid>`,
  )
  expect(entries.map(({ url }) => url)).toEqual([
    'https://journal.example/a',
    'https://journal.example/b',
    'https://journal.example/',
  ])
})

it('the link of one entry is kept beside another id', async () => {
  const [entry] = await read(
    '<link>https://journal.example/a</link><guid>https://journal.example/?p=1</guid>',
  )
  expect(entry?.url).toBe('https://journal.example/a')
})

it('a title has no characters that control a terminal', async () => {
  const [entry] = await read('<title>Le \u0008pont\u001e ouvre</title><link>https://journal.example/a</link>')
  expect(entry?.title).toBe('Le pont ouvre')
})
