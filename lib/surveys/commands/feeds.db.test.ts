import { describe, expect, it } from 'vitest'
import { storedMember } from '@/scripts/testing/staff'
import type { Page } from '../../articles/commands/fetch'
import { db } from '../../db'
import { type Outcome, refusal, success } from '../../errors'
import type { Editor } from '../../staff/rules/roles'
import { findForDesk } from '../queries/desk'
import { listFeeds } from '../queries/feeds'
import { addFeed, pollOneFeed, removeFeed } from './feeds'

const body =
  'La municipalité a présenté un tracé de neuf kilomètres entre la gare et le port, avec douze arrêts. '.repeat(
    8,
  )
const article = (end: string) =>
  `<html><head><title>Un tramway jusqu'au port</title></head><body><article><p>${body}</p><p>${body}</p><p>${end}</p></article></body></html>`
const item = (n: number) =>
  `<item><title>Article ${n}</title><link>https://journal.example/${n}</link></item>`
const rss = (...items: number[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Le Quotidien</title>${items.map(item).join('')}</channel></rss>`

/** A site of this test alone: its pages are texts, its network a function. */
function site(pages: Record<string, string>) {
  const asked: string[] = []
  const fetch = async (url: string): Promise<Outcome<Page>> => {
    asked.push(url)
    const found = pages[url]
    return found
      ? success({ url, type: found.startsWith('<?xml') ? 'application/xml' : 'text/html', body: found })
      : refusal('page_not_found')
  }
  return { pages, asked, fetch }
}
const address = 'https://journal.example/rss'
const editor = async () => (await storedMember('editor')) as Editor
const due = () => db().feed.updateMany({ data: { polledAt: new Date(Date.now() - 3600_000) } })

describe('a watched feed', () => {
  it('brings in the articles that ask readers something, once, as drafts', async () => {
    const by = await editor()
    const { pages, asked, fetch } = site({
      [address]: rss(1, 2, 3),
      'https://journal.example/1': article('Trouvez-vous ce projet crédible ou utile ?'),
      'https://journal.example/2': article('Le chantier commencera en mai.'),
    })
    const added = await addFeed(by, address, fetch)
    expect(added.ok).toBe(true)
    expect(await addFeed(by, address, fetch)).toEqual({ ok: false, problem: { code: 'feed_known' } })
    expect(await pollOneFeed(fetch)).toBe(1)
    expect(await pollOneFeed(fetch)).toBeUndefined()
    const [draft] = await db().survey.findMany({ select: { slug: true, opensAt: true } })
    expect(draft?.opensAt).toBeNull()
    const made = await findForDesk(by, draft?.slug ?? '')
    expect(made?.draft).toMatchObject({
      sourceUrl: 'https://journal.example/1',
      questions: [{ kind: 'aspects', lines: ['crédible', 'utile'] }],
    })
    expect(await listFeeds(by)).toMatchObject([{ title: 'Le Quotidien', drafts: 1, seen: 3 }])

    pages[address] = rss(4, 1)
    pages['https://journal.example/4'] = article('Et vous, qu’en pensez-vous ?')
    await due()
    asked.length = 0
    expect(await pollOneFeed(fetch)).toBe(1)
    expect(asked).toEqual([address, 'https://journal.example/4'])
  })

  it('says why it could not be read, and is looked at again later', async () => {
    await db().feedItem.deleteMany()
    await db().feed.deleteMany()
    const by = await editor()
    const { pages, fetch } = site({ [address]: rss() })
    await addFeed(by, address, fetch)
    pages[address] = '<html>plus de flux</html>'
    expect(await pollOneFeed(fetch)).toBe(0)
    expect(await listFeeds(by)).toMatchObject([{ problem: 'feed_not_valid' }])
    delete pages[address]
    await due()
    await pollOneFeed(fetch)
    expect(await listFeeds(by)).toMatchObject([{ problem: 'page_not_found' }])
  })

  it('is claimed by one process at a time', async () => {
    await db().feedItem.deleteMany()
    await db().feed.deleteMany()
    const by = await editor()
    const { fetch } = site({ [address]: rss() })
    await addFeed(by, address, fetch)
    const polls = await Promise.all(Array.from({ length: 8 }, () => pollOneFeed(fetch)))
    expect(polls.filter((drafts) => drafts !== undefined)).toEqual([0])
  })

  it('is refused when it is no feed, and forgotten when it is removed', async () => {
    await db().feedItem.deleteMany()
    await db().feed.deleteMany()
    const by = await editor()
    const { fetch } = site({ [address]: rss(1), 'https://journal.example/': '<html>une page</html>' })
    expect(await addFeed(by, 'https://journal.example/', fetch)).toEqual({
      ok: false,
      problem: { code: 'feed_not_valid' },
    })
    expect(await addFeed(by, 'https://journal.example/rien', fetch)).toEqual({
      ok: false,
      problem: { code: 'page_not_found' },
    })
    const added = await addFeed(by, address, fetch)
    await pollOneFeed(fetch)
    await removeFeed(by, added.ok ? added.value.id : 0)
    expect(await listFeeds(by)).toEqual([])
  })
})
