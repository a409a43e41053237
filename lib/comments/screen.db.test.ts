import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { member, tell, told } from '@/scripts/testing/comments'
import { outcomeOf, targetOf } from '@/scripts/testing/decisions'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { forgetOnce } from '../platform/runtime/per-process'
import { log } from '../platform/telemetry/log'
import { metrics } from '../platform/telemetry/metrics'
import { muteAuthor } from './commands/claims'
import { decide } from './commands/decide'
import { signatureOf } from './commands/hook'
import { screenAll, screenComments } from './commands/screen'
import { findQueue } from './queries/queue'
import { readyWords } from './queries/words'
import { CHECK_FAILED } from './rules/finding'
import type { WordList } from './rules/words'

const decisionOf = async (id: string) => {
  const { decision } = await db().comment.findUniqueOrThrow({ where: { id }, include: { decision: true } })
  if (!decision) throw new Error('the checks have not run')
  return decision
}

it('the survey’s mode decides where nothing was found', async () => {
  const before = await told('Je suis plutôt pour, avec des réserves.')
  expect(await outcomeOf(before.id)).toBe('held')
  const after = await told('Je suis plutôt pour, avec des réserves.', { moderationMode: 'after' })
  expect(await outcomeOf(after.id)).toBe('published')
  const first = await told('Je suis plutôt pour, avec des réserves.', { moderationMode: 'first_only' })
  expect(await decisionOf(first.id)).toMatchObject({ outcome: 'held', rule: 'newcomer' })
  await decide(await member(), await targetOf(first.id), { act: 'publish' }, () => false)
  await tell(first.survey, 'Après réflexion, je suis plutôt contre.', first.reader)
  expect(await decisionOf(first.id)).toMatchObject({ outcome: 'published', rule: 'mode', revision: 2 })
})

it('what a check found is stored with its place, and not a word of the text', async () => {
  const { id } = await told('Lisez www.exemple.fr, bande de crétins', { moderationMode: 'after' })
  const decision = await decisionOf(id)
  expect(decision).toMatchObject({ outcome: 'held', rule: 'links', staffId: null, charterVersion: 1 })
  expect(decision.findings).toEqual([
    { rule: 'links', effect: 'hold', start: 6, end: 20, score: 1 },
    { rule: 'suspect_words', effect: 'hold', start: 31, end: 38 },
    { rule: 'mode', effect: 'publish' },
  ])
})

it('banned words reject at once, with the reason the author is told', async () => {
  const { id } = await told('Espèce de fils de pute', { moderationMode: 'after' })
  expect(await decisionOf(id)).toMatchObject({ outcome: 'rejected', rule: 'banned_words', reason: 'insult' })
})

it('the same words of many readers are held from the fourth on, also within one batch', async () => {
  const survey = await storedSurvey({ moderationMode: 'after' })
  const outcomes: unknown[] = []
  for (let index = 0; index < 5; index++) {
    const { id } = await tell(
      survey,
      `Signez tous${' '.repeat(index)} contre ce projet absurde${'!'.repeat(index + 1)}`,
    )
    outcomes.push(await outcomeOf(id))
  }
  expect(outcomes).toEqual(['published', 'published', 'published', 'held', 'held'])
})

it('a muted reader’s texts wait apart until the mute is lifted', async () => {
  const moderator = await member()
  const { id, survey, reader } = await told('Un premier texte tout à fait calme', { moderationMode: 'after' })
  await muteAuthor(moderator, id, true)
  await tell(survey, 'Un deuxième texte tout à fait calme', reader)
  expect(await decisionOf(id)).toMatchObject({ outcome: 'held', rule: 'muted' })
  await muteAuthor(moderator, id, false)
  await tell(survey, 'Un troisième texte tout à fait calme', reader)
  expect(await decisionOf(id)).toMatchObject({ outcome: 'published', rule: 'mode' })
})

it('a comment that changed while the checks ran keeps no decision about what it said before', async () => {
  const { id, survey, reader } = await told('Premier texte tout à fait calme', { moderationMode: 'after' })
  const before = await db().decision.count({ where: { commentId: id } })
  await Promise.all([
    ...Array.from({ length: 8 }, () => screenComments()),
    tell(survey, 'Second texte tout à fait calme', reader),
    ...Array.from({ length: 8 }, () => screenComments()),
  ])
  await screenAll()
  const decisions = await db().decision.findMany({ where: { commentId: id }, orderBy: { id: 'asc' } })
  expect(decisions.map(({ revision }) => revision)).toEqual([1, 2])
  expect(before).toBe(1)
})

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  delete process.env.AVIS_HOOK_URL
  delete process.env.AVIS_HOOK_SECRET
  forgetOnce('env')
})

const SECRET = 'a key that only this test and its hook know'

/** Starts a newsroom's service that responds with `respond`; resolves to the requests it got. */
async function hookThat(respond: (body: string) => unknown, { delayMs = 0, endless = false } = {}) {
  const asked: { body: string; signature: string }[] = []
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push({ body, signature: String(request.headers['avis-signature']) })
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    const answer = JSON.stringify(respond(body))
    // A response longer than the limit, which never ends.
    if (endless) response.write(answer.padEnd(8_192))
    else response.end(answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env.AVIS_HOOK_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/avis`
  process.env.AVIS_HOOK_SECRET = SECRET
  forgetOnce('env')
  return asked
}

it('the outside hook is asked with a signature, and what it says counts', async () => {
  const asked = await hookThat(() => ({ effect: 'reject', reason: 'hate', score: 0.93, start: 3, end: 9 }))
  const { id, survey } = await told('Un avis que le service refuse', { moderationMode: 'after' })
  expect(await decisionOf(id)).toMatchObject({ outcome: 'rejected', rule: 'hook', reason: 'hate' })
  const [request] = asked
  const { body = '', signature = '' } = request ?? {}
  expect(JSON.parse(body)).toEqual({
    comment: id,
    revision: 1,
    survey: survey.view.slug,
    language: 'fr',
    text: 'Un avis que le service refuse',
  })
  const seconds = Number(/^t=(\d+),/.exec(signature)?.[1])
  expect(signature).toBe(signatureOf(body, new Date(seconds * 1000), SECRET))
})

it('the hook hears only texts that no check before it decided', async () => {
  const asked = await hookThat(() => ({ effect: 'publish' }))
  const heard = () => asked.map(({ body }) => JSON.parse(body).text)
  const before = { moderationMode: 'before' } as const
  const decided = [
    await told('Espèce de fils de pute'),
    await told('Quel crétin, franchement'),
    await told('Lisez www.exemple.fr avant de parler'),
    await told('ok'),
    await told('Un premier texte que l’on relit', { moderationMode: 'first_only' }),
  ]
  const { id, survey, reader } = await told('Un texte que rien ne retient', before)
  expect(await decisionOf(id)).toMatchObject({ outcome: 'published', rule: 'hook' })
  await muteAuthor(await member(), id, true)
  await tell(survey, 'Un texte de cet auteur, mis à l’écart', reader)
  expect(await decisionOf(id)).toMatchObject({ outcome: 'held', rule: 'muted' })
  expect(heard()).toEqual(['Un texte que rien ne retient'])
  for (const one of decided) expect((await decisionOf(one.id)).rule).not.toBe('hook')
})

it('a hook that rejects without a ground we know holds the text, and names none', async () => {
  let answer: object = { effect: 'reject' }
  await hookThat(() => answer)
  const groundless = [
    { effect: 'reject' },
    { effect: 'reject', reason: 'spam' },
    { effect: 'reject', reason: 'illegal' },
  ]
  for (const given of groundless) {
    answer = given
    const { id } = await told('Un avis que le service refuse sans dire pourquoi', { moderationMode: 'after' })
    const decision = await decisionOf(id)
    expect(decision, JSON.stringify(given)).toMatchObject({
      outcome: 'held',
      rule: 'hook',
      reason: null,
      law: null,
    })
    expect(decision.findings).toContainEqual({ rule: 'hook', effect: 'hold', groundless: true })
  }
  answer = { effect: 'reject', reason: 'illegal', law: 'Loi de 1881, art. 29' }
  const { id } = await told('Un avis que le service dit illicite', { moderationMode: 'after' })
  expect(await decisionOf(id)).toMatchObject({
    outcome: 'rejected',
    reason: 'illegal',
    law: 'Loi de 1881, art. 29',
  })
})

it('a hook that is late, away or makes no sense is skipped, and that is noted', async () => {
  const skipped = async () => {
    const { id } = await told('Un avis tout à fait calme', { moderationMode: 'after' })
    const decision = await decisionOf(id)
    expect(decision.outcome).toBe('published')
    return (decision.findings as { skipped?: string }[])[0]?.skipped
  }
  await hookThat(() => ({ effect: 'publish' }), { delayMs: 1_500 })
  expect(await skipped()).toBe('timeout')
  server?.closeAllConnections()
  server?.close()
  expect(await skipped()).toBe('unreachable')
  await hookThat(() => ({ effect: 'burn' }))
  expect(await skipped()).toBe('bad_answer')
  server?.closeAllConnections()
  server?.close()
  await hookThat(() => 'long', { endless: true })
  expect(await skipped()).toBe('bad_answer')
})

it('a check that breaks holds the comment under its own name, keeps no other waiting, and tells nobody the text', async () => {
  const asked = await hookThat(() => ({ effect: 'publish' }))
  const words = await readyWords()
  const { suspect } = words
  // A list without an index makes the search for words throw.
  words.suspect = { reasons: [] } as unknown as WordList
  const failed = async () => {
    const { values } = await metrics().failedChecks.get()
    return values.find(({ labels }) => labels.check === 'suspect_words')?.value ?? 0
  }
  const before = await failed()
  const logged = vi.spyOn(log(), 'error')
  const { id } = await told('Un texte sur lequel une vérification casse', { moderationMode: 'after' })
  words.suspect = suspect
  const decision = await decisionOf(id)
  expect(decision).toMatchObject({ outcome: 'held', rule: CHECK_FAILED })
  expect(decision.findings).toContainEqual({ rule: 'suspect_words', effect: 'hold', skipped: 'failed' })
  expect(asked).toEqual([])
  expect(await failed()).toBe(before + 1)
  expect(logged.mock.calls).toContainEqual([
    { check: 'suspect_words', at: expect.stringContaining('words.ts') },
    'a check of comments broke',
  ])
  expect(JSON.stringify(logged.mock.calls)).not.toContain('casse')
  logged.mockRestore()
  const queue = await findQueue(await member(), { queue: 'to_see', rule: CHECK_FAILED })
  expect(queue.items.map(({ comment }) => comment)).toEqual([id])
  const next = await told('Le texte suivant, tout à fait calme', { moderationMode: 'after' })
  expect(await outcomeOf(next.id)).toBe('published')
})

it('a rejection without a reason cannot be stored', async () => {
  const { id } = await told('Un texte que quelqu’un lira')
  const { surveyId } = await db().comment.findUniqueOrThrow({ where: { id } })
  const data = { surveyId, commentId: id, revision: 1, outcome: 'rejected' } as const
  await expect(db().decision.create({ data })).rejects.toThrow('decision_reason')
  expect(await db().decision.create({ data: { ...data, reason: 'insult' } })).toMatchObject({
    reason: 'insult',
  })
})
