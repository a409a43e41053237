import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { choose, path } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { send, startWay } from '@/scripts/testing/short-and-long-way'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey } from '@/scripts/testing/surveys'
import { extent } from '@/scripts/testing/test-size'
import { forgetOnce } from '../platform/runtime/per-process'
import { createToken } from '../staff/commands/tokens'
import type { Editor } from '../staff/rules/roles'

const RUNS = extent(400, 4_000)
const HOUR_MS = 3600_000

// Readers see steps, as by default: what a token shows then differs.
beforeAll(() => {
  vi.stubEnv('AVIS_RESULTS_BATCH', undefined)
  forgetOnce('env')
})
afterAll(() => {
  vi.unstubAllEnvs()
  forgetOnce('env')
})

const usually = (usual: string | undefined, ...rare: (string | undefined)[]) =>
  fc.oneof({ weight: 10, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) })

/** Stores surveys that show their results, hide them or have none, and returns their addresses. */
async function storedSlugs(): Promise<string[]> {
  const voted = await storedSurvey({ resultsVisibility: 'always' })
  for (let reader = 0; reader < 3; reader++)
    await new Client().json(path(voted, '/ballot'), { json: { answers: [choose(voted, 'single', 0)] } })
  const others = await Promise.all([
    storedSurvey({ resultsVisibility: 'always' }),
    storedSurvey({ resultsVisibility: 'after_closing' }),
    storedSurvey({ closesAt: new Date(Date.now() - HOUR_MS) }),
  ])
  return [voted, ...others].map(({ view }) => view.slug)
}

it('the short way answers requests for results as the long way does', { timeout: 300_000 }, async () => {
  const editor = (await storedMember('editor')) as Editor
  const made = await createToken(editor, { name: 'Tableau de bord', scopes: ['results:read'], days: 30 })
  const token = made.ok ? `Bearer ${made.value.token}` : ''
  const slugs = await storedSlugs()
  const [short, long] = [await startWay(true), await startWay(false)]
  const request = fc.record({
    slug: usually(slugs[0], ...slugs, 'nowhere', 'Not-A-Slug', '%20'),
    method: usually('GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'),
    rest: usually(
      'results',
      'results/',
      'results?version=1',
      'results?version=x',
      'Results',
      'results?',
      'result',
    ),
    headers: fc.record({
      accept: usually('application/json', 'text/html', '*/*', undefined),
      authorization: usually(undefined, token, 'Bearer nobody', ''),
      'sec-fetch-site': usually('same-origin', 'cross-site', 'none', undefined),
      origin: usually(undefined, 'https://elsewhere.example', 'null'),
      'content-length': usually(undefined, '0'),
      cookie: usually(undefined, 'avis_reader=a.b', 'avis_language=en', '='),
      'if-none-match': usually(undefined, '*'),
      range: usually(undefined, 'bytes=0-3'),
      'accept-language': usually(undefined, 'en', 'fr'),
    }),
  })
  const statuses = new Set<number>()
  try {
    await fc.assert(
      fc.asyncProperty(request, async ({ slug, method, rest, headers }) => {
        const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
        const sent = {
          method,
          path: `/api/v1/surveys/${slug}/${rest}`,
          headers: given as Record<string, string>,
        }
        const [one, other] = await Promise.all(
          [short, long].map(async ({ port }) => {
            const { headers: all, ...answer } = await send({ ...sent, port }, undefined)
            const { date: _, 'x-request-id': __, ...others } = all
            return { ...answer, headers: others }
          }),
        )
        if (one) statuses.add(one.status)
        expect(one).toEqual(other)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    // The property says something only if it meets what the short way takes, and each kind of answer.
    expect(short.taken()).toBeGreaterThan(RUNS / 4)
    for (const status of [200, 403, 404, 405]) expect([...statuses]).toContain(status)
  } finally {
    await Promise.all([short.stop(), long.stop()])
  }
})
