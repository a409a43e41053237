import { describe, expect, it } from 'vitest'
import { newsroomZone } from '../../../platform/runtime/time-zone'
import { articleOfPage } from './page'

const HERE = 'https://journal.example/2026/pont'
const ld = (given: unknown) =>
  `<script type="application/ld+json">${typeof given === 'string' ? given : JSON.stringify(given)}</script>`
const said = (head: string, body = '<p>Le pont.</p>', address?: string) =>
  articleOfPage(`<html><head>${head}</head><body>${body}</body></html>`, address)

const related = { '@type': 'NewsArticle', headline: 'Le marché', datePublished: '2026-01-05' }
const own = { '@type': 'NewsArticle', headline: 'Le pont ouvre', datePublished: '2026-02-06' }
const canonical = `<link rel="canonical" href="${HERE}">`

describe('JSON-LD of another article is not this page’s', () => {
  it.each([
    ['mainEntityOfPage as an address', canonical, { ...own, mainEntityOfPage: HERE }],
    ['mainEntityOfPage as a reference', canonical, { ...own, mainEntityOfPage: { '@id': `${HERE}/#page` } }],
    [
      'its url, with visitor parameters',
      canonical,
      { ...own, url: `http://www.journal.example/2026/pont/?utm_source=x` },
    ],
    ['its @id', canonical, { ...own, '@id': `${HERE}#article` }],
    ['a relative address', canonical, { ...own, url: '/2026/pont' }],
    ['a list of addresses', canonical, { ...own, url: [HERE] }],
    [
      'the title of the page',
      `${canonical}<title>Le pont ouvre | Journal</title>`,
      { ...own, url: 'https://other.example/1' },
    ],
    ['mainEntityOfPage, where no address is known', '', { ...own, mainEntityOfPage: true }],
  ])('found by %s', async (_, head, article) => {
    const other = head ? { ...related, url: 'https://journal.example/2026/marche' } : related
    for (const graph of [[other, article], [article, other], { '@graph': [other, article] }])
      expect(await said(head + ld(graph))).toMatchObject({
        title: 'Le pont ouvre',
        publishedOn: '2026-02-06',
      })
    expect(await said(head + ld(other) + ld(article))).toMatchObject({ title: 'Le pont ouvre' })
  })

  it('nor is it read where the page has none of its own', async () => {
    const other = { ...related, url: 'https://journal.example/2026/marche' }
    const page = await said(`<title>Le pont ouvre</title>${ld(other)}`, undefined, HERE)
    expect(page.title).toBe('Le pont ouvre')
    expect(page.publishedOn).toBeUndefined()
  })

  it('follows references, main entities and lists', async () => {
    const graph = {
      '@graph': [
        {
          '@type': 'WebPage',
          '@id': '#page',
          url: HERE,
          mainEntity: { ...own, mainEntityOfPage: { '@id': '#page' }, publisher: [{ '@id': '#org' }] },
        },
        { ...related, url: 'https://journal.example/2026/marche' },
        { '@type': 'Organization', '@id': '#org', name: ['Le Journal &amp; Cie'] },
        { '@type': 'WebSite', publisher: { '@id': '#org' }, mainEntity: { '@id': '#org' } },
      ],
    }
    expect(await said(ld(graph), undefined, HERE)).toMatchObject({
      title: 'Le pont ouvre',
      sourceName: 'Le Journal & Cie',
    })
  })

  it('reads what is commented out or has line ends in its strings', async () => {
    const source = JSON.stringify(own).replace('Le pont', 'Le\npont')
    expect((await said(ld(`<!-- ${source} -->`))).title).toBe('Le pont ouvre')
  })
})

describe('a title', () => {
  it.each([
    ['L&#8217;&eacute;t&eacute; &amp;#8217; R&amp;D', 'L’été &#8217; R&D'],
    ['Le maire &#150; d&#146;Orvanne', 'Le maire – d’Orvanne'],
    ['<em>Le pont</em> ouvre', 'Le pont ouvre'],
  ])('is decoded once: %s', async (headline, title) => {
    expect((await said(ld({ ...own, headline }))).title).toBe(title)
  })

  it.each([
    [
      'Péage à Orvanne : ce que prépare la mairie',
      'Péage à Orvanne\u00a0: ce que prépare la mairie',
      undefined,
    ],
    ['Transports. Le pont ouvre – Le Journal', 'Transports. Le pont ouvre', 'Transports. Le pont ouvre'],
    ['Le pont\u202f: «\u202foui\u202f» | Le Journal d’Orvanne', '', 'Le pont\u202f: «\u202foui\u202f»'],
    ['Journal | Le pont ouvre', 'Le pont ouvre', 'Le pont ouvre'],
    ['Paris - Orvanne : le train', 'Un autre', 'Paris - Orvanne : le train'],
    ['Le pont &amp; le péage, vingt ans après', '', 'Le pont & le péage, vingt ans après'],
  ])('is whole, without the name of its site: %s', async (page, heading, title = page) => {
    const head = `<title>${page}</title><meta property="og:site_name" content="Journal">`
    expect((await said(head, `<h1>${heading}</h1><p>Le pont.</p>`)).title).toBe(title)
  })

  it.each([
    ['Le Courrier du port - Un péage pour le pont', '<b>Un péage pour le pont</b><br>Jeudi'],
    ['Un péage pour le pont - Le Courrier du port d’en haut', '<p>Un péage pour le pont</p>'],
    ['Le Courrier du port | Un péage pour le pont', '<h1>Un péage pour le pont</h1>'],
  ])('is the part that the page repeats, and the other one is its site: %s', async (page, body) => {
    const { title, sourceName } = await said(`<title>${page}</title>`, `${body}<p>Le pont.</p>`)
    expect([title, sourceName]).toEqual([
      'Un péage pour le pont',
      expect.stringMatching(/^Le Courrier du port/),
    ])
  })

  it.each([
    ['Paris - Orvanne : le train revient', '<p>Paris - Orvanne : le train revient</p>'],
    ['Le Journal - Sport', '<p>Sport</p>'],
  ])('is whole where the page repeats all of it, or one word: %s', async (page, body) => {
    const { title, sourceName } = await said(`<title>${page}</title>`, body)
    expect([title, sourceName]).toEqual([page, undefined])
  })

  it('is not the name of the site, where a logo is the first heading', async () => {
    const head = '<title>Un péage pour le pont @ Orvanne :: Le Courrier</title>'
    const { title } = await said(head, '<h1>Le Courrier</h1><h1>Suivre</h1><p>Le pont.</p>')
    expect(title).toBe('Un péage pour le pont @ Orvanne')
  })

  it('keeps its end where a heading has it too', async () => {
    const head = '<meta property="og:title" content="Comment le bac est réparé - un atelier sous l’eau">'
    const body = '<h1>Comment on répare le bac : un atelier sous l’eau</h1><p>Le pont.</p>'
    expect((await said(head, body)).title).toBe('Comment le bac est réparé - un atelier sous l’eau')
  })

  it('is the name in a description whose headline describes the subject', async () => {
    const head = `<title>Orvanne - Encyclopédie</title>${ld({ ...own, name: 'Orvanne', headline: 'ville sur la Vanne' })}`
    expect((await said(head, '<h1>Orvanne</h1><p>La ville.</p>')).title).toBe('Orvanne')
  })

  it('that the description shortened is read from the page', async () => {
    const head = `<title>Le pont ouvre au printemps</title>${ld({ ...own, headline: 'Le pont ouvre…' })}`
    expect((await said(head)).title).toBe('Le pont ouvre au printemps')
  })

  it('does not join a kicker to its first word', async () => {
    const body = '<h1><div>Transports</div>Le pont ouvre</h1><p>Le pont.</p>'
    expect((await said('', body)).title).toBe('Transports Le pont ouvre')
  })
})

it.each([
  ['<meta property="article:published_time" content="2026-11-29T23:30:00Z">', ''],
  ['<meta name="DC.date.issued" content="2026-11-30">', ''],
  ['<meta itemprop="datePublished" content="2026-11-30T00:30:00+0100">', ''],
  ['', '<time itemprop="datePublished" datetime="2026-11-29T23:30:00.000Z">Lundi</time>'],
  ['', '<time itemprop="datePublished">Publié le 30 novembre 2026</time>'],
  ['', '<span itemprop="datePublished" content="Sun, 29 Nov 2026 23:30:00 GMT">Lundi</span>'],
  ['<meta name="date" content="2026-02-31">', '<time pubdate datetime="2026-11-30">Lundi</time>'],
  [
    '',
    '<div itemprop="comment"><time itemprop="datePublished" datetime="2026-12-01"></time></div><time itemprop="datePublished" datetime="2026-11-30"></time>',
  ],
])('reads the newsroom’s day: %s %s', async (head, body) => {
  expect(newsroomZone()).toBe('Europe/Paris')
  expect((await said(head, `${body}<p>Le pont.</p>`)).publishedOn).toBe('2026-11-30')
})

it('reads pages that leave out html, head or body', async () => {
  for (const page of [
    '<title>Le pont</title><p>Faut-il un pont ?</p>',
    '<!doctype html><html><head><title>Le pont</title></head><p>Faut-il un pont ?</p></html>',
    '<html><title>Le pont</title><p>Faut-il un pont ?</p>',
  ])
    expect(await articleOfPage(page)).toMatchObject({ title: 'Le pont', text: 'Faut-il un pont ?' })
})

it('names the publisher that the microdata of the page names', async () => {
  const body =
    '<div itemprop="publisher" itemscope><span itemprop="name"> </span><meta itemprop="name" content="Le Journal d’Orvanne"></div><p>Le pont.</p>'
  expect((await said('', body)).sourceName).toBe('Le Journal d’Orvanne')
})

it('judges an aside of the article by its own links, not by those of another', async () => {
  const paragraph = '<p>La municipalité a présenté un tracé de neuf kilomètres, de la gare au port.</p>'
  const links = '<aside><a href="/a">Le marché rouvre</a> <a href="/b">Qui reprendra le cinéma ?</a></aside>'
  const { text } = await said(
    '',
    `<article>${paragraph.repeat(8)}<aside><p>Prendrez-vous ce tram ?</p></aside></article>${links}`,
  )
  expect(text).toMatch(/Prendrez-vous ce tram \?$/)
})

it('keeps an aside of the article, and leaves out one that leads elsewhere', async () => {
  const paragraph = '<p>La municipalité a présenté un tracé de neuf kilomètres, de la gare au port.</p>'
  const { text } = await said(
    '',
    `<article>${paragraph.repeat(8)}<aside><p>Et vous, prendrez-vous ce tram ?</p></aside>${paragraph}
    <aside><a href="/a">Le marché rouvre</a></aside></article><aside><p>Notre lettre</p></aside>`,
  )
  expect(text.split('\n').filter(Boolean).at(-2)).toBe('Et vous, prendrez-vous ce tram ?')
  expect(text).not.toMatch(/marché|lettre/)
})
