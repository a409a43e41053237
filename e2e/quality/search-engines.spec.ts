import type { APIRequestContext } from '@playwright/test'
import { createSurvey } from '../../lib/surveys/commands/create'
import { surveyInput } from '../../scripts/testing/surveys'
import { DEMO, expect, test } from '../fixtures/base-test'

const found = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, value = '']) => value)

async function addressesOf(request: APIRequestContext, baseURL: string): Promise<string[]> {
  const sitemap = await request.get('/sitemap.xml')
  expect(sitemap.headers()['content-type']).toContain('xml')
  return found(await sitemap.text(), /<loc>([^<]+)<\/loc>/g).map((address) => address.replace(baseURL, ''))
}

test('a sitemap names every page that anybody may find, and each says what it is in both languages', async ({
  request,
  baseURL,
  survey,
}) => {
  const { slug } = await survey()
  const later = surveyInput({ opensAt: new Date(Date.now() + 3_600_000) })
  await createSurvey(later)
  const addresses = await addressesOf(request, baseURL)
  expect(addresses).toEqual(expect.arrayContaining(['/', DEMO, `/consultations/${slug}`, '/vie-privee']))
  expect(addresses).not.toContain(`/consultations/${later.slug}`)
  const ours = addresses.filter((address) => !/^\/consultations\/(?!meta-)/.test(address))
  const described = new Set<string>()
  for (const address of ours) {
    const answer = await request.get(address)
    expect([address, answer.status()]).toEqual([address, 200])
    const html = await answer.text()
    expect(html).not.toMatch(/<meta name="robots" content="[^"]*noindex/)
    // In the head as it is sent: what stands in the body waits for a script to be moved.
    const [head = ''] = html.split('</head>')
    const [title] = found(head, /<title>([^<]+)<\/title>/g)
    const [description] = found(head, /<meta name="description" content="([^"]+)"/g)
    expect([address, title?.length, description?.length]).toEqual([
      address,
      expect.any(Number),
      expect.any(Number),
    ])
    described.add(description ?? '')
    const languages = found(html, /<link rel="alternate" hrefLang="([^"]+)"/gi)
    expect([address, languages.sort()]).toEqual([address, ['en', 'fr', 'x-default']])
    const english = await request.get(`${address}?langue=en`)
    expect(await english.text()).toMatch(/<html[^>]* lang="en"/)
  }
  expect(described.size).toBe(ours.length)
})

test('what is for staff, for programs or for one reader is not for search engines', async ({
  request,
  baseURL,
}) => {
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  for (const address of ['/redaction', '/moderation', '/administration', '/api/'])
    expect(robots).toContain(`Disallow: ${address}`)
  for (const address of [
    '/recu?trouve=meta',
    '/signalements?inconnu=1',
    '/verification?recu=x',
    '/connexion',
  ])
    expect(await (await request.get(address)).text()).toMatch(/<meta name="robots" content="noindex/)
  const icon = await request.get('/icon.svg')
  expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/svg+xml'])
})
