import { beforeEach, describe, expect, it } from 'vitest'
import { storedMember } from '@/scripts/testing/staff'
import type { Page } from '../../articles/commands/fetch'
import { db } from '../../platform/db/client'
import { type Outcome, type ProblemCode, refusal, success } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import { findForDesk } from '../queries/desk'
import { listFeeds } from '../queries/feeds'
import { addFeed, removeFeed, retryFeed } from './feeds'
import { pollOneFeed } from './poll-feeds'

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

/** Builds a site of this test alone: its pages are texts, its network a function. */
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
const due = () => db().feed.updateMany({ data: { nextPollAt: new Date(0) } })
const outcomes = async (url: string) => {
  const item = await db().feedItem.findFirst({ where: { url } })
  return item && [item.outcome, item.problem, item.attempts]
}

beforeEach(() => db().$executeRaw`TRUNCATE feed, article CASCADE`)

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
    expect(await listFeeds(by)).toMatchObject([
      { title: 'Le Quotidien', listed: 3, counts: { draft: 1, no_question: 1, waiting: 1 } },
    ])

    pages[address] = rss(4, 1)
    pages['https://journal.example/4'] = article('Et vous, qu’en pensez-vous ?')
    await due()
    asked.length = 0
    expect(await pollOneFeed(fetch)).toBe(1)
    expect(asked).toEqual([address, 'https://journal.example/4'])
  })

  it('says why it could not be read, and is looked at again later', async () => {
    const by = await editor()
    const { pages, fetch } = site({ [address]: rss() })
    await addFeed(by, address, fetch)
    pages[address] = '<html>plus de flux</html>'
    expect(await pollOneFeed(fetch)).toBe(0)
    expect(await listFeeds(by)).toMatchObject([{ problem: 'feed_not_valid' }])
    delete pages[address]
    await due()
    await pollOneFeed(fetch)
    expect(await listFeeds(by)).toMatchObject([{ problem: 'feed_unavailable' }])
  })

  it('is claimed by one process at a time', async () => {
    const by = await editor()
    const { fetch } = site({ [address]: rss() })
    await addFeed(by, address, fetch)
    const polls = await Promise.all(Array.from({ length: 8 }, () => pollOneFeed(fetch)))
    expect(polls.filter((drafts) => drafts !== undefined)).toEqual([0])
  })

  it('is refused when it is no feed, and forgotten when it is removed', async () => {
    const by = await editor()
    const { fetch } = site({ [address]: rss(1), 'https://journal.example/': '<html>une page</html>' })
    expect(await addFeed(by, 'https://journal.example/', fetch)).toEqual({
      ok: false,
      problem: { code: 'feed_not_valid' },
    })
    expect(await addFeed(by, 'https://journal.example/rien', fetch)).toEqual({
      ok: false,
      problem: { code: 'feed_unavailable' },
    })
    const added = await addFeed(by, address, fetch)
    await pollOneFeed(fetch)
    await removeFeed(by, added.ok ? added.value.id : 0)
    expect(await listFeeds(by)).toEqual([])
  })
})

describe('an entry of a feed', () => {
  const page = (n: number) => `https://journal.example/${n}`
  /** Watches a feed whose pages fail as `problems` defines. */
  async function watched(problems: Record<string, ProblemCode>, pages: Record<string, string>) {
    const by = await editor()
    const { fetch } = site(pages)
    const asked: string[] = []
    const failing = async (url: string): Promise<Outcome<Page>> => {
      asked.push(url)
      const problem = problems[url]
      return problem ? refusal(problem) : fetch(url)
    }
    await addFeed(by, address, fetch)
    return { by, asked, fetch: failing }
  }

  it('is recorded with its reason whatever came of it, and none keeps those after it from their turn', async () => {
    const { by, fetch } = await watched(
      { [page(1)]: 'page_too_slow', [page(2)]: 'address_not_public', [page(3)]: 'page_too_large' },
      {
        [address]: rss(1, 2, 3, 4, 5, 6, 7),
        [page(4)]: article('mot '.repeat(26_000)),
        [page(5)]: '<html><body></body></html>',
        [page(6)]: article('Le chantier commencera en mai.'),
        [page(7)]: article('Et vous, qu’en pensez-vous ?'),
      },
    )
    expect(await pollOneFeed(fetch)).toBe(1)
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => outcomes(page(n))))).toEqual([
      ['waiting', 'page_too_slow', 1],
      ['refused', 'address_not_public', 1],
      ['refused', 'page_too_large', 1],
      ['refused', 'page_too_long', 1],
      ['refused', 'page_empty', 1],
      ['no_question', null, 1],
      ['draft', null, 1],
    ])
    const [feed] = await listFeeds(by)
    expect(feed?.counts).toEqual({ waiting: 1, refused: 4, no_question: 1, draft: 1 })
    expect(feed?.troubles).toHaveLength(5)
  })

  it('that failed once is tried again later, also when the feed lists it no more, and makes one draft', async () => {
    const problems: Record<string, ProblemCode> = { [page(1)]: 'page_not_found' }
    const pages = { [address]: rss(1), [page(1)]: article('Et vous, qu’en pensez-vous ?') }
    const { asked, fetch } = await watched(problems, pages)
    expect(await pollOneFeed(fetch)).toBe(0)
    delete problems[page(1)]
    pages[address] = rss()
    await due()
    expect(await pollOneFeed(fetch)).toBe(0)
    expect(asked.filter((url) => url === page(1))).toHaveLength(1)
    await db().feedItem.updateMany({ data: { nextTryAt: new Date(0) } })
    await due()
    expect(await pollOneFeed(fetch)).toBe(1)
    expect(await outcomes(page(1))).toEqual(['draft', null, 2])
    pages[address] = rss(1)
    await due()
    expect(await pollOneFeed(fetch)).toBe(0)
    expect(await db().survey.count()).toBe(1)
  })

  it('whose next try is due does not wait for all that is new', async () => {
    const pages = { [address]: rss(1) }
    const { asked, fetch } = await watched({}, pages)
    await pollOneFeed(fetch)
    await db().feedItem.updateMany({ data: { nextTryAt: new Date(0) } })
    pages[address] = rss(2, 3, 4, 1)
    await due()
    asked.length = 0
    await pollOneFeed(fetch)
    expect(asked).toEqual([address, page(2), page(1), page(3), page(4)])
  })

  it('is given up after its last try, until an editor asks for one more', async () => {
    const { by, asked, fetch } = await watched({ [page(1)]: 'page_not_found' }, { [address]: rss(1) })
    for (let look = 0; look < 8; look++) {
      await due()
      await db().feedItem.updateMany({ where: { outcome: 'waiting' }, data: { nextTryAt: new Date(0) } })
      await pollOneFeed(fetch)
    }
    expect(await outcomes(page(1))).toEqual(['given_up', 'page_not_found', 5])
    expect(asked.filter((url) => url === page(1))).toHaveLength(5)
    const [feed] = await listFeeds(by)
    await retryFeed(by, feed?.id ?? 0)
    await pollOneFeed(fetch)
    expect(asked.filter((url) => url === page(1))).toHaveLength(6)
    expect(await outcomes(page(1))).toEqual(['given_up', 'page_not_found', 5])
  })

  it('whose article is here already makes no second draft, with http or https, in this feed or another', async () => {
    const { by, fetch } = await watched(
      {},
      {
        [address]: rss(1),
        'https://autre.example/rss': rss(1).replace('https://journal', 'http://journal'),
        [page(1)]: article('Et vous, qu’en pensez-vous ?'),
      },
    )
    await addFeed(by, 'https://autre.example/rss', fetch)
    expect(await pollOneFeed(fetch)).toBe(1)
    expect(await pollOneFeed(fetch)).toBe(0)
    expect(await outcomes('http://journal.example/1')).toEqual(['known', null, 1])
    expect(await db().survey.count()).toBe(1)
  })
})

describe('a feed that fails', () => {
  it('is looked at less and less often, then left alone until an editor asks', async () => {
    const by = await editor()
    const { pages, fetch } = site({ [address]: rss(1) })
    await addFeed(by, address, fetch)
    delete pages[address]
    let looks = 0
    for (await due(); (await pollOneFeed(fetch)) !== undefined; looks++)
      await db().feed.updateMany({ where: { nextPollAt: { not: null } }, data: { nextPollAt: new Date(0) } })
    expect(looks).toBe(20)
    const [feed] = await listFeeds(by)
    expect(feed?.nextPollAt).toBeUndefined()
    pages[address] = rss()
    await retryFeed(by, feed?.id ?? 0)
    expect(await pollOneFeed(fetch)).toBe(0)
    const [after] = await listFeeds(by)
    expect(after?.problem).toBeUndefined()
    expect(after?.nextPollAt).toBeDefined()
  })
})
