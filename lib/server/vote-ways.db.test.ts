import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type AnyVote, anyVote, bodyOf } from '@/scripts/testing/any-vote'
import { tallyAndRecount } from '@/scripts/testing/recount'
import { type Answer, send, startWay, type Way } from '@/scripts/testing/short-and-long-way'
import { storedSurvey } from '@/scripts/testing/surveys'
import { extent } from '@/scripts/testing/test-size'
import { countLoad } from '../ballots/commands/count-load'
import { NETWORK_RATE } from '../ballots/rules/overload'
import { db } from '../platform/db/client'
import { env } from '../platform/runtime/env'
import { forgetOnce } from '../platform/runtime/per-process'
import { newFormToken } from '../readers/rules/form-token'
import { networkKey } from '../readers/rules/network-key'
import type { SurveyRecord } from '../surveys/queries/public'

const RUNS = extent(1_000, 10_000)

// The clock stands still: limits would otherwise depend on which way is tried first.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  // A proxy says which network a vote comes from.
  vi.stubEnv('AVIS_PROXY_HOPS', '1')
  forgetOnce('env')
})
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  forgetOnce('env')
})

/** One way with its own survey, and the cookies of its readers. */
class Side {
  readonly jars = Array.from({ length: 6 }, () => new Map<string, string>())
  private readonly names = new Map<string, string>()

  constructor(
    readonly way: Way,
    readonly survey: SurveyRecord,
  ) {
    const { questions } = survey.view
    questions.forEach(({ id, options }, q) => {
      this.names.set(String(id), `Q${q}`)
      options.forEach((option, o) => {
        this.names.set(String(option.id), `O${q}.${o}`)
      })
    })
  }

  async vote(vote: AnyVote, tokens: string[]): Promise<unknown> {
    const named = (which: number | 'weak' | undefined) =>
      which === 'weak' ? 'weak' : which === undefined ? which : tokens[which]
    const jar = typeof vote.reader === 'number' ? this.jars[vote.reader] : undefined
    const cookie =
      vote.reader === 'forged'
        ? `avis_reader=${'a'.repeat(22)}.forged`
        : [...(jar ?? [])].map((pair) => pair.join('=')).join('; ')
    const headers = {
      'content-type': vote.type,
      accept: vote.accept,
      'sec-fetch-site': vote.site,
      origin: vote.origin,
      cookie: cookie || undefined,
      'idempotency-key': named(vote.key),
      'avis-proof': vote.proof,
      'x-forwarded-for': vote.network,
      'accept-language': 'fr',
    }
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
    const body =
      vote.method === 'GET' ? undefined : Buffer.from(bodyOf(this.survey, vote, named(vote.attempt)))
    const slug = vote.path === 'elsewhere' ? 'nowhere' : this.survey.view.slug
    const path = `/api/v1/surveys/${slug}/${vote.path === 'ballot/' ? 'ballot/' : 'ballot'}`
    const options = { port: this.way.port, method: vote.method, path }
    const answer = await send(
      {
        ...options,
        headers: { ...given, ...(body && { 'content-length': body.length }) } as Record<string, string>,
      },
      body,
    )
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
      jar?.set(name, value)
    }
    return this.neutral(answer)
  }

  /** Returns the answer without what two surveys, or two random numbers, cannot have in common. */
  private neutral({ status, headers, text }: Answer) {
    const { date: _, 'set-cookie': cookies = [], location, 'x-request-id': id, ...others } = headers
    return {
      status,
      headers: {
        ...others,
        'content-length': others['content-length'] !== undefined,
        location: location && this.withoutNames(location).replace(/brouillon=[\w-]+/, 'brouillon='),
        id: id !== undefined,
        cookies: cookies.map((line) => this.withoutNames(line).replace(/=[^;]*/, '=')),
      },
      body: headers['content-type']?.includes('json') ? this.neutralJson(text) : text.length,
    }
  }

  private withoutNames = (text: string) =>
    text
      .replaceAll(this.survey.view.slug, 'SLUG')
      .replaceAll(/\d{7,}/g, (number) => this.names.get(number) ?? number)

  private neutralJson(text: string): unknown {
    return JSON.parse(text, (key, value) => {
      if (key === 'receipt' || key === 'idempotencyKey' || key === 'challenge') return key
      // The order is drawn from the numbers of the options.
      if (key === 'shown') return value.length
      if (typeof value !== 'string' && typeof value !== 'number') return value
      const said = String(value)
      if (/^[0-9a-f]{64}$/.test(said)) return 'HASH'
      if (/^\d{4}-\d\d-\d\dT/.test(said)) return 'TIME'
      return this.withoutNames(said)
    })
  }
}

it.each(['open', 'closed', 'randomised'] as const)(
  'the short way answers any vote as the long way does, in a survey that is %s',
  async (kind) => {
    // Numbers that no count reaches: they are recognised in the answers.
    await db().$queryRaw`SELECT setval('question_id_seq', greatest(nextval('question_id_seq'), 1000000)),
      setval('option_id_seq', greatest(nextval('option_id_seq'), 2000000))`
    const made = () =>
      storedSurvey({
        ...(kind === 'closed' && { closesAt: new Date(Date.now() - 3_600_000) }),
        ...(kind === 'randomised' && {
          questions: [
            { kind: 'open', prompt: 'Pourquoi ?' },
            {
              kind: 'single',
              prompt: 'Où bâtir ?',
              randomised: true,
              options: [{ label: 'Au nord' }, { label: 'Au sud' }, { label: 'Sans avis', stance: 'abstain' }],
            },
          ],
        }),
      })
    const [short, long] = [
      new Side(await startWay(true), await made()),
      new Side(await startWay(false), await made()),
    ]
    try {
      const secret = env().AVIS_SECRET
      // One of the networks has almost spent what it may send.
      for (const { survey } of [short, long])
        for (let n = 0; n < NETWORK_RATE.burst - 20; n++)
          countLoad(survey.id, networkKey('192.0.2', { surveyId: survey.id, now: Date.now(), secret }))
      const tokens = Array.from({ length: 401 }, (_, n) =>
        n % 3
          ? newFormToken({ issuedAt: Date.now() - n * 1000, source: 'article' }, secret)
          : randomBytes(18).toString('base64url'),
      )
      const statuses = new Map<number, number>()
      const runs = kind === 'open' ? RUNS : Math.ceil(RUNS / 10)
      await fc.assert(
        fc.asyncProperty(anyVote, async (vote) => {
          const [one, other] = [await short.vote(vote, tokens), await long.vote(vote, tokens)]
          const { status } = one as { status: number }
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          expect(one).toEqual(other)
        }),
        { numRuns: runs, endOnFailure: true },
      )
      // The property says something only if it meets what the short way takes, and each kind of answer.
      expect(short.way.taken()).toBeGreaterThan(runs / 2)
      if (kind === 'open')
        for (const status of [200, 201, 303, 422, 429]) expect([...statuses.keys()]).toContain(status)
      const counted = await Promise.all([short, long].map(({ survey }) => tallyAndRecount(survey.id)))
      for (const { tally, recount } of counted) expect(tally).toEqual(recount)
      expect(counted[0]?.ballots).toBe(counted[1]?.ballots)
    } finally {
      await Promise.all([short.way.stop(), long.way.stop()])
    }
  },
)
