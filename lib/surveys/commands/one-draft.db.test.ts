import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { storedMember } from '@/scripts/testing/staff'
import { articleKey } from '../../articles/rules/addresses/article-key'
import { db } from '../../platform/db/client'
import { success } from '../../platform/http/problem-codes'
import type { Editor } from '../../staff/rules/roles'
import { findForDesk } from '../queries/desk'
import { bringIn } from './bring-in'
import { saveDraft } from './drafts'
import { addFeed } from './feeds'
import { pollOneFeed } from './poll-feeds'

beforeEach(() => db().$executeRaw`TRUNCATE feed, article CASCADE`)

const body = 'La municipalité a présenté un tracé de neuf kilomètres entre la gare et le port. '.repeat(8)
const text = `${body}\n\n${body}\n\nEt vous, qu’en pensez-vous ?`
const page = `<html><head><title>Un pont</title></head><body><article><p>${text.replaceAll('\n\n', '</p><p>')}</p></article></body></html>`
const editor = async () => (await storedMember('editor')) as Editor
const sourceUrl = 'https://journal.example/2026/pont'
const WAYS = [
  sourceUrl,
  'http://journal.example/2026/pont',
  'https://www.journal.example/2026/pont/',
  'http://www.journal.example/2026/pont?utm_source=rss&utm_medium=flux',
  'https://journal.example/2026/pont?fbclid=abc#suite',
]
const fetch = async (url: string) =>
  success(
    url.endsWith('/rss')
      ? {
          url,
          type: 'text/xml',
          body: `<rss version="2.0"><channel><title>J</title><item><link>${WAYS[url.length % WAYS.length]}</link></item></channel></rss>`,
        }
      : { url, type: 'text/html', body: page },
  )

describe('one article', () => {
  it('is one draft, however often feeds and hands bring it in, and however they write its address', async () => {
    const by = await editor()
    for (const host of ['a', 'bb', 'ccc', 'dddd', 'eeeee'])
      await addFeed(by, `https://${host}.example/rss`, fetch)
    let drafts = 0
    for (let made = await pollOneFeed(fetch); made !== undefined; made = await pollOneFeed(fetch))
      drafts += made
    expect(drafts).toBe(1)
    const outcomes = await db().feedItem.groupBy({
      by: ['outcome'],
      _count: true,
      orderBy: { outcome: 'asc' },
    })
    expect(outcomes).toEqual([
      { outcome: 'draft', _count: 1 },
      { outcome: 'known', _count: 4 },
    ])
    const [draft] = await db().survey.findMany({ select: { slug: true } })
    for (const way of WAYS)
      expect(await bringIn(by, { text, sourceUrl: way })).toMatchObject({
        ok: false,
        problem: { code: 'article_known' },
        known: { slug: draft?.slug, status: 'draft' },
      })
    expect(await db().survey.count()).toBe(1)
  })

  it('is one draft when many processes bring it in at once: the database decides', async () => {
    const by = await editor()
    await addFeed(by, 'https://a.example/rss', fetch)
    const [polled, ...made] = await Promise.all([
      pollOneFeed(fetch),
      ...WAYS.map((way) => bringIn(by, { text, sourceUrl: way })),
    ])
    expect(await db().survey.count()).toBe(1)
    expect((polled ?? 0) + made.filter(({ ok }) => ok).length).toBe(1)
    const { slug } = await db().survey.findFirstOrThrow()
    for (const one of made) expect(one.ok ? one.value.slug : one.known?.slug).toBe(slug)
  })

  it('is one draft when a feed leads to a copy of its page for other devices', async () => {
    const by = await editor()
    await bringIn(by, { text, sourceUrl })
    const copy = page.replace('<head>', `<head><link rel="canonical" href="${sourceUrl}">`)
    const amp = async (url: string) => {
      const listed = `<rss version="2.0"><channel><title>J</title><item><link>https://amp.journal.example/p/1</link></item></channel></rss>`
      return success(
        url.endsWith('/rss')
          ? { url, type: 'text/xml', body: listed }
          : { url, type: 'text/html', body: copy },
      )
    }
    await addFeed(by, 'https://journal.example/rss', amp)
    expect(await pollOneFeed(amp)).toBe(0)
    expect(await db().feedItem.findMany({ select: { outcome: true } })).toEqual([{ outcome: 'known' }])
  })

  it('is brought in again where the editor insists; the first draft keeps the address', async () => {
    const by = await editor()
    const first = await bringIn(by, { text, sourceUrl })
    const second = await bringIn(by, { text, sourceUrl }, { again: true })
    expect([first.ok, second.ok, await db().survey.count()]).toEqual([true, true, 2])
    const third = await bringIn(by, { text, sourceUrl })
    expect(third.known?.slug).toBe(first.ok && first.value.slug)
  })

  it('without an address makes as many drafts as it is brought in', async () => {
    const by = await editor()
    for (const given of [undefined, '', 'pas une adresse']) {
      expect(await bringIn(by, { text, ...(given !== undefined && { sourceUrl: given }) })).toMatchObject({
        ok: true,
      })
    }
  })

  it('is known by the address that an editor gives its draft, and no longer by the one before', async () => {
    const by = await editor()
    const made = await bringIn(by, { text, sourceUrl })
    const slug = made.ok ? made.value.slug : ''
    const before = await findForDesk(by, slug)
    if (!before) throw new Error('no draft')
    const [one] = before.draft.questions
    const given = { ...before.draft, sourceUrl: `${sourceUrl}-neuf`, sourceName: 'J', summary: 'Un pont.' }
    expect(one).toBeDefined()
    expect(await saveDraft(by, slug, before.revision, given)).toMatchObject({ ok: true })
    expect(await bringIn(by, { text, sourceUrl: `${sourceUrl}-neuf` })).toMatchObject({ known: { slug } })
    expect(await bringIn(by, { text, sourceUrl })).toMatchObject({ ok: true })
  })
})

it('the migration gives older articles the keys that newer ones get, the oldest first', async () => {
  const sql = readFileSync('prisma/migrations/20261130234500_article_addresses/migration.sql', 'utf8')
  const fill = sql.slice(sql.indexOf('INSERT INTO "article_address"'))
  const word = fc.stringMatching(/^[a-z0-9_]{1,8}$/)
  const parameter = fc.oneof(
    fc.tuple(word, word).map((pair) => pair.join('=')),
    fc.constantFrom(
      'utm_source=rss',
      'UTM_medium',
      'xtor=RSS-1',
      'fbclid=a',
      'at_medium=x',
      'at_other=y',
      'p=1',
      '_ga=2.3',
      'mc_eid=4',
    ),
  )
  const url = fc
    .tuple(
      fc.constantFrom('http://', 'https://', 'https://www.', 'http://WWW.'),
      fc.constantFrom('journal.example', 'Journal.example:8080', 'journal.example:80'),
      fc.array(word, { maxLength: 3 }),
      fc.constantFrom('', '/'),
      fc.array(parameter, { maxLength: 4 }),
      fc.constantFrom('', '#suite', '#a?b'),
    )
    .map(([scheme, host, path, slash, query, fragment]) => {
      return `${scheme}${host}${path.map((one) => `/${one}`).join('')}${slash}${query.length ? `?${query.join('&')}` : ''}${fragment}`
    })
  await fc.assert(
    fc.asyncProperty(fc.array(url, { minLength: 1, maxLength: 20 }), async (urls) => {
      await db().$executeRaw`TRUNCATE article CASCADE`
      const data = [...urls, 'pas une adresse', ''].map((one) => ({
        title: 't',
        sourceName: 's',
        sourceUrl: one,
        summary: '',
      }))
      const articles = await db().article.createManyAndReturn({ data, select: { id: true, sourceUrl: true } })
      await db().$executeRawUnsafe(fill)
      const oldest = new Map<string, number>()
      for (const { id, sourceUrl: address } of articles) {
        const key = articleKey(address ?? '')
        if (key)
          oldest.set(
            Buffer.from(key).toString('hex'),
            Math.min(id, oldest.get(Buffer.from(key).toString('hex')) ?? id),
          )
      }
      const filled = await db().articleAddress.findMany()
      expect(
        new Map(filled.map(({ key, articleId }) => [Buffer.from(key).toString('hex'), articleId])),
      ).toEqual(oldest)
    }),
    { numRuns: 20 },
  )
})
