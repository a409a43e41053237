import { expect, it } from 'vitest'
import { choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { member, tell, told } from '@/scripts/testing/comments'
import { outcomeOf, targetOf } from '@/scripts/testing/decisions'
import { mailServer, readable } from '@/scripts/testing/mail'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { decide, type Verdict } from './commands/decide'
import { notifyReporters } from './commands/notify-reporters'
import { screenAll } from './commands/screen'

const about = (id: string, what: string) => `/api/v1/comments/${id}/${what}`
const never = () => false
const settle = async (id: string, verdict: Verdict) =>
  decide(await member(), await targetOf(id), verdict, never)
const REJECT: Verdict = { act: 'reject', reason: 'privacy', note: 'Sans le nom de votre voisin, oui.' }
const mine = async (reader: Client, slug: string) =>
  (await reader.json(`/api/v1/surveys/${slug}/comments/mine`)).body.comments

it('an author sees where each of their texts stands, and why', async () => {
  const { id, reader, survey } = await told('Un texte sur mon voisin')
  const { slug } = survey.view
  expect(await mine(reader, slug)).toMatchObject([{ id, state: 'held', canAppeal: false }])
  await settle(id, REJECT)
  const [rejected] = await mine(reader, slug)
  expect(rejected).toMatchObject({
    state: 'rejected',
    canAppeal: true,
    statement: {
      reason: 'privacy',
      automated: false,
      note: 'Sans le nom de votre voisin, oui.',
      charterVersion: 1,
      // Nobody saw it, so it is not said to have gone.
      wasPublished: false,
    },
  })
  await settle(id, { act: 'publish' })
  const [published] = await mine(reader, slug)
  expect(published).toMatchObject({ state: 'published' })
  expect(published).not.toHaveProperty('statement')
  await settle(id, REJECT)
  expect(await mine(reader, slug)).toMatchObject([{ statement: { wasPublished: true } }])
  expect(await mine(new Client(), slug)).toEqual([])
})

it('withdrawing takes a text out of everybody’s sight, and it can be sent again', async () => {
  const { id, reader, survey } = await told('Un texte que je retire', { moderationMode: 'after' })
  const { slug } = survey.view
  const shown = async () => (await new Client().json(`/api/v1/surveys/${slug}/comments`)).body.comments.length
  expect(await shown()).toBe(1)
  expect((await new Client().json(about(id, 'withdrawal'), { json: {} })).body.code).toBe('comment_not_found')
  const stranger = (await told('Un autre')).reader
  expect((await stranger.json(about(id, 'withdrawal'), { json: {} })).status).toBe(404)
  expect(await shown()).toBe(1)
  expect((await reader.json(about(id, 'withdrawal'), { json: {} })).status).toBe(200)
  expect((await reader.json(about(id, 'withdrawal'), { json: {} })).status).toBe(200)
  expect(await shown()).toBe(0)
  expect(await mine(reader, slug)).toMatchObject([{ state: 'withdrawn' }])
  await tell(survey, 'Un texte que je retire', reader)
  expect(await shown()).toBe(1)
  expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ revision: 2 })
})

it('erasing leaves not a word, and keeps what was decided', async () => {
  const { id, reader, survey } = await told('Mot-secret-un dans ma première version')
  await tell(survey, 'Mot-secret-deux dans la seconde', reader)
  await settle(id, REJECT)
  await reader.json(about(id, 'appeal'), { json: { text: 'Mot-secret-trois dans mon recours' } })
  expect((await new Client().json(about(id, 'erasure'), { json: {} })).status).toBe(404)
  expect((await reader.json(about(id, 'erasure'), { json: {} })).status).toBe(200)
  const [left] = await db().$queryRaw<{ text: string }[]>`
    SELECT concat(
      (SELECT json_agg(c) FROM comment c WHERE id = ${id}::uuid),
      (SELECT json_agg(r) FROM comment_revision r WHERE comment_id = ${id}::uuid),
      (SELECT json_agg(a) FROM appeal a WHERE comment_id = ${id}::uuid),
      (SELECT json_agg(d) FROM decision d WHERE comment_id = ${id}::uuid)) AS text`
  expect(left?.text).not.toContain('Mot-secret')
  expect(left?.text).toContain('privacy')
  expect(await mine(reader, survey.view.slug)).toMatchObject([
    { state: 'erased', text: '', canAppeal: false },
  ])
})

it('a rejection is appealed once, in a paragraph, by its author', async () => {
  const { id, reader } = await told('Un texte à contester')
  const lodge = (who: Client, text: unknown) => who.json(about(id, 'appeal'), { json: { text } })
  expect((await lodge(reader, 'Trop tôt')).body.code).toBe('not_appealable')
  await settle(id, REJECT)
  expect((await lodge(new Client(), 'Je suis un autre')).body.code).toBe('comment_not_found')
  for (const text of ['', '   ', 'x'.repeat(501), 7]) expect((await lodge(reader, text)).status).toBe(422)
  const lodged = await lodge(reader, 'x'.repeat(500))
  expect(lodged.status).toBe(201)
  const days = (new Date(lodged.body.dueAt).getTime() - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(7, 2)
  expect((await lodge(reader, 'Encore une fois')).body.code).toBe('not_appealable')
  expect(await db().appeal.count({ where: { commentId: id } })).toBe(1)
  await settle(id, { act: 'publish' })
  expect(await outcomeOf(id)).toBe('published')
})

it('two appeals at once are one', async () => {
  const { id, reader } = await told('Un texte à contester deux fois')
  await settle(id, REJECT)
  const sent = await Promise.all(
    Array.from({ length: 10 }, () => reader.json(about(id, 'appeal'), { json: { text: 'Relisez.' } })),
  )
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(sent.filter(({ status }) => status === 409)).toHaveLength(9)
})

it('a refused appeal of a form comes back as it was typed', async () => {
  const { id, reader } = await told('Un texte jamais refusé')
  const sent = await reader.send(about(id, 'appeal'), {
    form: new URLSearchParams({ text: 'Ce que j’ai tapé' }).toString(),
    headers: { accept: 'text/html' },
  })
  expect(sent.status).toBe(303)
  const draft = /recours=([\w-]+)/.exec(sent.headers.get('location') ?? '')?.[1] ?? ''
  const kept = await db().formDraft.findUniqueOrThrow({ where: { id: draft } })
  expect(JSON.stringify(kept.payload)).toContain('Ce que j’ai tapé')
})

const published = async (text: string) => {
  const { id, survey, reader } = await told(text, { moderationMode: 'after' })
  expect(await outcomeOf(id)).toBe('published')
  return { id, survey, reader }
}
const reporting = (who: Client, id: string, json: object, from = '203.0.113.7') =>
  who.json(about(id, 'reports'), { json, headers: { 'x-forwarded-for': from } })

it('anybody reports a published text once for a reason, and finds the answer by the receipt', async () => {
  const { id, survey } = await published('Un texte que l’on signale')
  const reporter = new Client()
  const sent = await reporting(reporter, id, { reason: 'insult' })
  expect(sent.status).toBe(201)
  expect((await reporting(reporter, id, { reason: 'insult' })).body.code).toBe('already_reported')
  // The same network, without a cookie: the same reporter.
  expect((await reporting(new Client(), id, { reason: 'insult' }, '203.0.113.200')).body.code).toBe(
    'already_reported',
  )
  expect((await reporting(new Client(), id, { reason: 'insult' }, '198.51.100.1')).status).toBe(201)
  const status = async () =>
    (await reporter.json('/api/v1/report-receipts', { json: { code: sent.body.receipt } })).body
  expect(await status()).toMatchObject({ state: 'waiting', reason: 'insult', slug: survey.view.slug })
  await settle(id, { act: 'publish' })
  expect(await status()).toMatchObject({ state: 'kept' })
  const wrong = await reporter.json('/api/v1/report-receipts', { json: { code: 'AAAAA-AAAAA-AAAAA-AAAAA' } })
  expect([wrong.status, wrong.body.code]).toEqual([404, 'report_not_found'])
})

it('what is not public cannot be reported, and says nothing of itself', async () => {
  const { id } = await told('Un texte qui attend encore')
  expect((await reporting(new Client(), id, { reason: 'insult' })).body.code).toBe('comment_not_found')
  for (const other of ['1', crypto.randomUUID()])
    expect((await reporting(new Client(), other, { reason: 'insult' })).status).toBe(404)
})

it('a notice of illegal content names the law and says why; who reports never comes from the body', async () => {
  const { id } = await published('Un texte peut-être illicite')
  const notice = { reason: 'illegal', law: 'Loi du 29 juillet 1881', explanation: 'Diffamation.' }
  expect((await reporting(new Client(), id, { reason: 'illegal' })).status).toBe(422)
  expect((await reporting(new Client(), id, { ...notice, law: ' ' })).status).toBe(422)
  expect((await reporting(new Client(), id, { ...notice, email: 'pas une adresse' })).status).toBe(422)
  expect((await reporting(new Client(), id, { ...notice, reporter: 'AQID' })).status).toBe(422)
  expect((await reporting(new Client(), id, { ...notice, email: 'a@b.example' })).status).toBe(201)
  const stored = await db().report.findFirstOrThrow({ where: { commentId: id } })
  expect(stored).toMatchObject({ ...notice, email: 'a@b.example', weight: 0.5 })
})

it('a flood of anonymous reports is stopped, and a right reporter counts for more than a wrong one', async () => {
  const survey = await storedSurvey({ moderationMode: 'after' })
  const ids: string[] = []
  for (let index = 0; index < 12; index++)
    ids.push((await tell(survey, `Un texte parmi douze, le numéro ${index}`)).id)
  const statuses: number[] = []
  for (const id of ids) statuses.push((await reporting(new Client(), id, { reason: 'insult' })).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429])
  const [first = '', second = '', ...rest] = ids
  await settle(first, REJECT)
  await settle(second, REJECT)
  await db().throttle.deleteMany()
  expect((await reporting(new Client(), rest.at(-1) ?? '', { reason: 'insult' })).status).toBe(201)
  const newest = await db().report.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(newest.weight).toBe(0.75)
})

it('the published are paged newest first, each with its author’s answer', async () => {
  const survey = await storedSurvey({ moderationMode: 'after' })
  for (let index = 0; index < 23; index++) await tell(survey, `Texte calme et publié numéro ${index}`)
  const read = async (query = '') => (await new Client().json(path(survey, `/comments${query}`))).body
  const first = await read()
  const second = await read(`?before=${first.next}`)
  const texts = [...first.comments, ...second.comments].map(({ text }: { text: string }) => text)
  expect([first.comments.length, second.comments.length, second.next]).toEqual([20, 3, undefined])
  expect(texts[0]).toContain('numéro 22')
  expect(new Set(texts).size).toBe(23)
  // The main question is the one with judgements, which `tell` leaves out.
  expect(first.comments[0].optionIds).toEqual([])
  expect((await new Client().json(path(survey, '/comments?before=x'))).status).toBe(422)
})

it('each side has the same room, however many stand on it', async () => {
  const single = { kind: 'single' as const, prompt: 'Pour ou contre ?' }
  const survey = await storedSurvey({
    moderationMode: 'after',
    questions: [
      { kind: 'open', prompt: 'Votre avis ?' },
      {
        ...single,
        options: [{ label: 'Pour' }, { label: 'Contre' }, { label: 'Sans avis', stance: 'abstain' }],
      },
    ],
  })
  const say = async (text: string, place: number) => {
    const answers = [{ questionId: question(survey, 'open').id, text }, choose(survey, 'single', place)]
    await new Client().json(path(survey, '/ballot'), { json: { answers } })
    await screenAll()
  }
  for (let index = 0; index < 8; index++) await say(`Je suis pour, raison numéro ${index}`, 0)
  await say('Je suis contre, et voici pourquoi', 1)
  await say('Je n’ai pas d’avis, mais une question', 2)
  const { sides } = (await new Client().json(path(survey, '/comments?by=side'))).body
  expect(
    sides.map(({ options, comments }: { options: { label: string }[]; comments: unknown[] }) => [
      options.map(({ label }) => label).join(),
      comments.length,
    ]),
  ).toEqual([
    ['Pour', 5],
    ['Contre', 1],
  ])
})

it('where results are hidden, so are the comments', async () => {
  const { survey } = await told('Un texte sous clef', {
    moderationMode: 'after',
    resultsVisibility: 'after_closing',
  })
  const answer = await new Client().json(path(survey, '/comments'))
  expect([answer.status, answer.body.code]).toEqual([403, 'results_hidden'])
})

it('a text in another language than its consultation says in which, as long as it stands', async () => {
  const english = 'The port needs buses that come every ten minutes, and not another study.'
  const survey = await storedSurvey({ moderationMode: 'after' })
  const { reader } = await tell(survey, english)
  await tell(survey, 'Le port a besoin de bus toutes les dix minutes, pas d’une étude de plus.')
  const shown = async () =>
    (await new Client().json(path(survey, '/comments'))).body.comments.map(
      ({ language }: { language?: string }) => language,
    )
  expect(await shown()).toEqual([undefined, 'en'])
  const [own] = await mine(reader, survey.view.slug)
  expect(own.language).toBe('en')
  const stored = () =>
    db().comment.findMany({ where: { surveyId: survey.id }, orderBy: { createdAt: 'asc' } })
  await tell(survey, 'Le port a besoin de bus, et pas d’une étude de plus à ranger.', reader)
  expect((await stored()).map(({ language }) => language)).toEqual([null, null])
  await tell(survey, english, reader)
  await reader.json(`/api/v1/comments/${own.id}/erasure`, { json: {} })
  expect((await stored()).map(({ text, language }) => [text === '', language])).toEqual([
    [true, null],
    [false, null],
  ])
})

it('an edited comment waits again, and what was published of it is gone at once', async () => {
  const { survey, reader } = await told('Premier texte, publié', { moderationMode: 'first_only' })
  const comment = await db().comment.findFirstOrThrow({ where: { surveyId: survey.id } })
  await settle(comment.id, { act: 'publish' })
  const shown = async () =>
    (await new Client().json(path(survey, '/comments'))).body.comments.map(
      ({ text }: { text: string }) => text,
    )
  expect(await shown()).toEqual(['Premier texte, publié'])
  await tell(survey, 'Voir exemple.fr/a', reader)
  expect(await shown()).toEqual([])
  await db().ballot.updateMany({ where: { surveyId: survey.id }, data: { cells: [] } })
  await settle(comment.id, { act: 'publish' })
  // Its ballot is gone: whatever was decided, it is not public.
  expect(await shown()).toEqual([])
})

it('who left an address with a notice learns the decision once it stands, and the address is forgotten', async () => {
  const { received, stop } = await mailServer()
  try {
    const { id } = await published('Un texte notifié avec une adresse')
    const notice = { reason: 'illegal', law: 'Loi du 29 juillet 1881', explanation: 'Diffamation.' }
    await reporting(new Client(), id, { ...notice, email: 'plaignant@b.example' }, '192.0.2.99')
    expect(await notifyReporters()).toBe(0)
    await settle(id, { act: 'reject', reason: 'illegal', law: 'Loi de 1881, art. 29' })
    const mine = () => received.filter(({ to }) => to.includes('plaignant@b.example'))
    await notifyReporters()
    expect(mine()).toHaveLength(0)
    const later = new Date(Date.now() + 20_000)
    await notifyReporters(later)
    await notifyReporters(later)
    expect(mine()).toHaveLength(1)
    expect(readable(mine()[0]?.message ?? '')).toContain('ce texte a été retiré')
    expect(await db().report.count({ where: { commentId: id, email: { not: null } } })).toBe(0)
  } finally {
    await stop()
  }
})
