import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { db } from '../lib/db'
import { env } from '../lib/env'
import { createDatabase, migrate, missingMigration } from './migrate'
import { seed } from './seed'

it('schema.prisma and the migrations say the same', async () => {
  expect(await missingMigration(env().DATABASE_URL)).toBe('')
})

it('a migrated database has nothing left to apply', async () => {
  const url = new URL(env().DATABASE_URL)
  url.pathname = `/avis_${randomBytes(6).toString('hex')}`
  await createDatabase(url.href)
  expect((await migrate(url.href)).length).toBeGreaterThan(0)
  expect(await migrate(url.href)).toEqual([])
})

it('every connection is in UTC', async () => {
  const zones = await Promise.all(
    Array.from({ length: 5 }, () => db().$queryRaw<{ TimeZone: string }[]>`SHOW timezone`),
  )
  for (const [row] of zones) expect(row?.TimeZone).toBe('UTC')
})

it('the demo is loaded once, word for word', async () => {
  expect(await seed()).toBe(true)
  expect(await seed()).toBe(false)
  const survey = await db().survey.findUniqueOrThrow({
    where: { slug: 'meta-investissement-ia-2025' },
    select: {
      questions: { select: { prompt: true, kind: true, options: true }, orderBy: { position: 'asc' } },
    },
  })
  expect(survey.questions.map(({ prompt, kind }) => [kind, prompt])).toEqual([
    ['open', 'Quel est votre avis sur le sujet ?'],
    ['aspects', 'Trouvez-vous cette initiative de Meta crédible ou pertinente ?'],
  ])
  expect(survey.questions[1]?.options.map(({ aspect, label }) => `${aspect} ${label}`)).toEqual([
    'crédible Oui',
    'crédible Non',
    'crédible Sans avis',
    'pertinente Oui',
    'pertinente Non',
    'pertinente Sans avis',
  ])
})
