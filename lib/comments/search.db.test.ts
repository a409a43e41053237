import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { migrate } from '@/prisma/migrate'
import { member, tell, told } from '@/scripts/testing/comments'
import { storedSurvey } from '@/scripts/testing/surveys'
import { db } from '../platform/db/client'
import { env } from '../platform/runtime/env'
import { eraseComment } from './commands/erase'
import { fillSearch } from './commands/fill-search'
import { findQueue } from './queries/queue'
import { searchQuery, searchWords } from './rules/search'

const TEXTS = [
  'L’École de la Poste ferme, et personne ne l’a dit.',
  'Le cœur du quartier : NOTRE œuvre commune.',
  'Rien à voir avec les écoles d’ailleurs 😀',
  'Straßenbahn, ja bitte, sagt die Stadt.',
]
/** Queries, and the texts each finds. */
const FOUND: [typed: string, texts: number[]][] = [
  ['école', [0, 2]],
  ['ecole', [0, 2]],
  ['ÉCOLE', [0, 2]],
  ['e\u0301cole', [0, 2]],
  ['écoles', [2]],
  ["l'ecole de la poste", [0]],
  ['l’école de la poste', [0]],
  ['poste de la', []],
  ['coeur', [1]],
  ['CŒUR', [1]],
  ['notre oeuvre', [1]],
  ['strasse', [3]],
  ['😀', [2]],
  ["' | 'x", []],
  ['%', []],
]

it('the queue finds words however they are typed, and what was edited by its new words alone', async () => {
  const survey = await storedSurvey()
  const moderator = await member()
  const told: { id: string; reader: Awaited<ReturnType<typeof tell>>['reader'] }[] = []
  for (const text of TEXTS) told.push(await tell(survey, text))
  const find = async (q: string) => {
    const { items } = await findQueue(moderator, { queue: 'to_see', survey: survey.view.slug, q })
    return items.map(({ comment }) => told.findIndex(({ id }) => id === comment)).sort()
  }
  for (const [typed, texts] of FOUND) expect(await find(typed), typed).toEqual(texts)
  await tell(survey, 'Tout autre chose, une mairie', told[0]?.reader)
  expect(await find('école')).toEqual([2])
  expect(await find('mairie')).toEqual([0])
})

const searchOf = async (id: string) => {
  const [row] = await db().$queryRaw<{ search: string | null }[]>`
    SELECT search::text AS search FROM comment WHERE id = ${id}::uuid`
  return row?.search
}

it('an erased text leaves no folded word, by each way of erasing', async () => {
  const { id } = await told('Mon voisin s’appelle Hégésippe')
  const { reader } = await db().comment.findUniqueOrThrow({ where: { id } })
  expect(await searchOf(id)).toContain('hegesippe')
  await eraseComment({ comment: id, reader })
  expect(await searchOf(id)).toBeNull()
  expect(await fillSearch()).toBe(0)
  // A process of the previous version, which does not write search words.
  const other = await told('Mon voisin s’appelle Hégésippe')
  await db().$executeRaw`UPDATE comment SET text = '' WHERE id = ${other.id}::uuid`
  expect(await searchOf(other.id)).toBeNull()
})

it('comments from before are filled in batches, and none that nobody has decided about', async () => {
  const survey = await storedSurvey()
  const ids: string[] = []
  for (const text of TEXTS) ids.push((await tell(survey, text)).id)
  await db().$executeRaw`UPDATE comment SET search = NULL`
  await db().$executeRaw`UPDATE comment SET decision_id = NULL, outcome = NULL WHERE id = ${ids[3]}::uuid`
  expect(await fillSearch()).toBeGreaterThanOrEqual(3)
  expect(await searchOf(ids[0] ?? '')).toContain('ecole')
  expect(await searchOf(ids[3] ?? '')).toBeNull()
  expect(await fillSearch()).toBe(0)
})

it('the same is found whatever the locale of the database', async () => {
  const locales = ["LOCALE 'C'", "LOCALE 'C.UTF-8'", "LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR' LOCALE 'C'"]
  for (const locale of locales) {
    const url = new URL(env().DATABASE_URL)
    url.pathname = '/postgres'
    const admin = new Client({ connectionString: url.href })
    await admin.connect()
    const name = `avis_${randomBytes(6).toString('hex')}`
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ${locale}`)
    await admin.end()
    url.pathname = `/${name}`
    await migrate(url.href)
    const client = new Client({ connectionString: url.href })
    await client.connect()
    try {
      await client.query(`
        INSERT INTO article (title, source_name, summary) VALUES ('t', 's', 'r');
        INSERT INTO survey (slug, article_id, opens_at, reader_key) VALUES ('x', 1, now(), '\\x00');
        INSERT INTO question (survey_id, position, kind, prompt) VALUES (1, 0, 'open', 'Votre avis ?')`)
      for (const [index, text] of TEXTS.entries())
        await client.query(
          'INSERT INTO comment (survey_id, question_id, reader, text, search) VALUES (1, 1, $1, $2, $3::tsvector)',
          [Buffer.from([index]), text, searchWords(text)],
        )
      for (const [typed, texts] of FOUND) {
        const words = searchQuery(typed)
        if (!words) continue
        const { rows } = await client.query<{ reader: Buffer }>(
          'SELECT reader FROM comment WHERE search @@ $1::tsquery ORDER BY reader',
          [words],
        )
        expect(
          rows.map(({ reader }) => reader[0]),
          `${locale} ${typed}`,
        ).toEqual(texts)
      }
    } finally {
      await client.end()
    }
  }
})
