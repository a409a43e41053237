import { expect, it } from 'vitest'
import { path as api, choose, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../../platform/db/client'
import type { SurveyRecord } from '../../surveys/queries/public'

const written = (survey: SurveyRecord, text: string) => ({ questionId: question(survey, 'open').id, text })

/** Creates a reader who has answered with a text. */
async function withText(survey: SurveyRecord) {
  const reader = new Client()
  const cast = await reader.json(api(survey, '/ballot'), {
    json: { answers: [written(survey, 'Un pari coûteux.'), choose(survey, 'single', 0)] },
  })
  expect(cast.body.revision).toBe(1)
  const send = (answers: object[], revision?: number) =>
    reader.json(api(survey, '/ballot'), { json: { answers, ...(revision !== undefined && { revision }) } })
  const texts = () =>
    db().comment.findMany({
      where: { surveyId: survey.id, withdrawnAt: null },
      select: { text: true },
    })
  return { reader, send, texts }
}

it('a form that never saw a text does not withdraw it, and one that did may', async () => {
  const survey = await storedSurvey()
  const { reader, send, texts } = await withText(survey)
  for (const seen of [undefined, 0]) {
    const refused = await send([choose(survey, 'single', 1)], seen)
    expect([refused.status, refused.body.code]).toEqual([409, 'text_at_stake'])
  }
  expect(await texts()).toEqual([{ text: 'Un pari coûteux.' }])
  const kept = await reader.json(api(survey, '/ballot'))
  expect(kept.body).toMatchObject({ revision: 1, answers: [{}, { optionIds: expect.anything() }] })

  const same = await send([written(survey, 'Un pari coûteux.'), choose(survey, 'single', 1)])
  expect([same.status, same.body.revision]).toEqual([200, 2])
  const other = [written(survey, 'Un autre texte.'), choose(survey, 'single', 0)]
  for (const seen of [0, 1]) expect((await send(other, seen)).body.code).toBe('text_at_stake')
  expect(await texts()).toEqual([{ text: 'Un pari coûteux.' }])
  const another = await send(other, 2)
  expect([another.status, another.body.revision]).toEqual([200, 3])
  // A program that knows nothing of revisions sends the text that it means.
  expect((await send([written(survey, 'Un autre texte !'), choose(survey, 'single', 0)])).status).toBe(200)
  // Made with the first revision, before the second.
  expect((await send([choose(survey, 'single', 1)], 1)).body.code).toBe('text_at_stake')
  const without = await send([choose(survey, 'single', 1)], 3)
  expect([without.status, without.body.revision]).toEqual([200, 4])
  expect(await texts()).toEqual([])
})

it('a text that changed while the revision stayed is not lost to a form that showed the one before', async () => {
  const survey = await storedSurvey()
  const { reader, texts } = await withText(survey)
  const { texts: shown, revision } = (await reader.json(api(survey, '/ballot'))).body
  const send = (text: string, seen: number) =>
    reader.json(api(survey, '/ballot'), {
      json: {
        answers: [...(text ? [written(survey, text)] : []), choose(survey, 'single', 0)],
        revision,
        texts: seen,
      },
    })
  expect((await send('Un pari coûteux, mais utile.', shown)).body.revision).toBe(revision)
  for (const text of ['Un pari coûteux.', ''])
    expect((await send(text, shown)).body.code).toBe('text_at_stake')
  expect(await texts()).toEqual([{ text: 'Un pari coûteux, mais utile.' }])
  expect((await send('Un pari coûteux.', shown + 1)).status).toBe(200)
  expect(await texts()).toEqual([{ text: 'Un pari coûteux.' }])
})

it('a page that has answered knows its texts, and its second edit loses none that another tab wrote', async () => {
  const survey = await storedSurvey()
  const other = question(survey, 'open')
  const reader = new Client()
  const { id, options } = question(survey, 'single')
  /** Sends the form of a page, with what the answer to its last one told. */
  const send = (text: string, choice: number, known: { revision?: number; texts?: number } = {}) =>
    reader.send(api(survey, '/ballot'), {
      form: new URLSearchParams({
        [`q${id}`]: String(options[choice]?.id),
        [`t${other.id}`]: text,
        ...Object.fromEntries(Object.entries(known).map(([name, value]) => [name, String(value)])),
      }).toString(),
      headers: { accept: 'application/json' },
    })
  const told = async (sent: Promise<Response>) => {
    const { revision, texts, code } = await (await sent).json()
    return code ?? { revision, texts }
  }
  const texts = () =>
    db().comment.findMany({ where: { surveyId: survey.id, withdrawnAt: null }, select: { text: true } })

  const first = await told(send('', 0))
  expect(first).toEqual({ revision: 1, texts: 0 })
  const second = await told(send('Un pari coûteux.', 0, first))
  expect(second).toEqual({ revision: 2, texts: 1 })
  // The same page again, and the one after: both know what they sent.
  const third = await told(send('Un pari très coûteux.', 1, second))
  expect(third).toEqual({ revision: 3, texts: 2 })
  const elsewhere = await told(send('Un pari utile.', 1, third))
  expect(elsewhere).toEqual({ revision: 3, texts: 3 })
  for (const text of ['', 'Un pari très coûteux.'])
    expect(await told(send(text, 0, third))).toBe('text_at_stake')
  expect(await texts()).toEqual([{ text: 'Un pari utile.' }])
  // Sent again as it was, then without the text by the page that knows it, then with one by that page.
  expect(await told(send('Un pari utile.', 1, third))).toEqual({ revision: 3, texts: 3 })
  const without = await told(send('', 1, elsewhere))
  expect(without).toEqual({ revision: 4, texts: 3 })
  expect(await texts()).toEqual([])
  expect(await told(send('Un dernier mot.', 1, without))).toEqual({ revision: 5, texts: 4 })
  expect((await reader.json(api(survey, '/ballot'))).body).toMatchObject({ revision: 5, texts: 4 })
})

it('of two forms sent at once by one attempt, none takes the text of the other', async () => {
  const survey = await storedSurvey()
  const attempt = 'a'.repeat(30)
  const send = (answers: object[]) =>
    new Client().json(api(survey, '/ballot'), {
      json: { answers },
      headers: { 'idempotency-key': attempt },
    })
  const answers = await Promise.all([
    send([written(survey, 'Un pari coûteux.'), choose(survey, 'single', 0)]),
    send([choose(survey, 'single', 1)]),
  ])
  expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
  const texts = await db().comment.findMany({ where: { surveyId: survey.id }, select: { withdrawnAt: true } })
  expect(texts).toEqual([{ withdrawnAt: null }])
})

it('without JavaScript the form comes back with the text, and the answer after it counts', async () => {
  const survey = await storedSurvey()
  const { reader, texts } = await withText(survey)
  const { id, options } = question(survey, 'single')
  const open = question(survey, 'open').id
  const form = (fields: object) =>
    reader.send(api(survey, '/ballot'), {
      form: new URLSearchParams({ [`q${id}`]: String(options[1]?.id), ...fields }).toString(),
      headers: { accept: 'text/html' },
    })
  for (const typed of ['', 'Un texte tapé dans un autre onglet.']) {
    const back = await form({ [`t${open}`]: typed })
    expect([back.status, back.headers.get('location')]).toEqual([303, expect.stringContaining('?brouillon=')])
    expect(await texts()).toEqual([{ text: 'Un pari coûteux.' }])
  }
  const taken = await form({ [`t${open}`]: '', revision: '1' })
  expect([taken.status, taken.headers.get('location')]).toEqual([303, expect.stringContaining('/resultats')])
  expect(await texts()).toEqual([])
})

it('of a withdrawn ballot no text is at stake, and a revision is a number', async () => {
  const survey = await storedSurvey()
  const { reader, send } = await withText(survey)
  expect((await reader.json(api(survey, '/ballot'), { method: 'DELETE' })).status).toBe(200)
  expect((await send([choose(survey, 'single', 1)])).status).toBe(201)
  expect((await send([choose(survey, 'single', 1)], -1)).status).toBe(422)
})
