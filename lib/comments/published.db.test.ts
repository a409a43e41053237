import { expect, it } from 'vitest'
import { choose, path, question } from '@/scripts/testing/answers'
import { Client } from '@/scripts/testing/client'
import { member, tell, told } from '@/scripts/testing/comments'
import { targetOf } from '@/scripts/testing/decisions'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { decide, type Verdict } from './commands/decide'
import { screenAll } from './commands/screen'

const never = () => false
const settle = async (id: string, verdict: Verdict) =>
  decide(await member(), await targetOf(id), verdict, never)
const mine = async (reader: Client, slug: string) =>
  (await reader.json(`/api/v1/surveys/${slug}/comments/mine`)).body.comments

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
