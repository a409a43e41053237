import { expect, it } from 'vitest'
import { articleOfPage } from './page'

const paragraph =
  'La municipalité a présenté un tracé de neuf kilomètres entre la gare et le port, avec douze arrêts.'
const page = (
  head: string,
) => `<!doctype html><html lang="fr"><head><title>Tramway - Le Quotidien</title>${head}</head><body>
<nav><a href="/">Accueil</a><a href="/sport">Sport</a></nav>
<article><h1>Un tramway jusqu'au port</h1>${`<p>${paragraph}</p>`.repeat(6)}<p>Quel est votre avis sur le sujet ?</p></article>
<aside><p>Abonnez-vous à notre lettre</p></aside></body></html>`

it('reads the text of an article, a paragraph a line, without what stands around it', async () => {
  const { text } = await articleOfPage(page(''))
  expect(text.split('\n').filter((line) => line === paragraph)).toHaveLength(6)
  expect(text.endsWith('Quel est votre avis sur le sujet ?')).toBe(true)
  expect(text).not.toContain('Abonnez-vous')
})

it('believes what the page says of its article', async () => {
  const said = {
    '@graph': [
      { '@type': 'WebSite' },
      {
        '@type': 'NewsArticle',
        headline: 'Le tram au port',
        datePublished: '2026-03-13T23:30:00Z',
        publisher: { name: 'Le Quotidien du port' },
      },
    ],
  }
  expect(
    await articleOfPage(page(`<script type="application/ld+json">${JSON.stringify(said)}</script>`)),
  ).toMatchObject({
    title: 'Le tram au port',
    sourceName: 'Le Quotidien du port',
    publishedOn: '2026-03-14',
  })
})

it('is not disturbed by a description that is broken', async () => {
  for (const broken of [
    '{',
    'null',
    '[]',
    '{"@graph":null}',
    '{"@type":"NewsArticle","headline":3}',
    '{"@type":["NewsArticle"],"publisher":[]}',
  ]) {
    expect(
      (await articleOfPage(page(`<script type="application/ld+json">${broken}</script>`))).text,
    ).toContain(paragraph)
  }
})

it('falls back on what other sites read', async () => {
  const head =
    '<meta property="og:site_name" content="Le Quotidien"><meta property="article:published_time" content="2026-03-14">'
  expect(await articleOfPage(page(head))).toMatchObject({
    sourceName: 'Le Quotidien',
    publishedOn: '2026-03-14',
  })
})

it('finds nothing in an empty page, and does not fail', async () => {
  expect((await articleOfPage('')).text).toBe('')
  expect((await articleOfPage('<html></html>')).text).toBe('')
})
