import { expect, it } from 'vitest'
import { db, type Prisma } from '../lib/platform/db/client'

type Client = Pick<Prisma.TransactionClient, '$queryRaw'>

/** Tables that must have a title (docs/decisions/titles-in-keys.md). */
const VOTING_PATH = ['ballot', 'ballot_event', 'chain_link', 'snapshot', 'tally', 'tally_head', 'visit']

const titled = (client: Client) => client.$queryRaw<{ name: string }[]>`
  SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE a.attname = 'title_id' AND NOT a.attisdropped AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  ORDER BY 1`

/** Returns the unique indexes, and the foreign keys between tables of titles, whose first column is no title. */
const otherKeys = (client: Client) => client.$queryRaw<{ name: string }[]>`
  WITH titled AS (
    SELECT a.attrelid AS id, a.attnum AS title FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attname = 'title_id' AND NOT a.attisdropped AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  )
  SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN titled t ON t.id = i.indrelid
  WHERE i.indisunique AND i.indkey[0] <> t.title
  UNION ALL
  SELECT f.conname FROM pg_constraint f
  JOIN titled t ON t.id = f.conrelid JOIN titled o ON o.id = f.confrelid
  WHERE f.contype = 'f' AND (f.conkey[1] <> t.title OR f.confkey[1] <> o.title)
  ORDER BY 1`

it('every key of the voting path begins with the title', async () => {
  expect((await titled(db())).map(({ name }) => name)).toEqual(expect.arrayContaining(VOTING_PATH))
  expect(await otherKeys(db())).toEqual([])
})

it('a new key without the title would be found', async () => {
  const undone = new Error('undone')
  const found: string[] = []
  const tried = db().$transaction(async (tx) => {
    await tx.$executeRaw`CREATE UNIQUE INDEX stray_index ON ballot (receipt_hash)`
    await tx.$executeRaw`ALTER TABLE tally ADD CONSTRAINT stray_unique UNIQUE (survey_id, title_id, cell)`
    await tx.$executeRaw`ALTER TABLE tally_head ADD UNIQUE (survey_id, title_id)`
    await tx.$executeRaw`ALTER TABLE tally ADD CONSTRAINT stray_foreign
      FOREIGN KEY (survey_id, title_id) REFERENCES tally_head (survey_id, title_id)`
    for (const { name } of await otherKeys(tx)) found.push(name)
    throw undone
  })
  await expect(tried).rejects.toBe(undone)
  expect(found).toEqual(['stray_foreign', 'stray_index', 'stray_unique', 'tally_head_survey_id_title_id_key'])
})
