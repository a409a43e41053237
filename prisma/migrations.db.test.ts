import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { db } from '../lib/platform/db/client'
import { env } from '../lib/platform/runtime/env'
import { migrationsOnDisk } from './engine'
import { applyMigrations, createDatabase, migrate, missingMigration } from './migrate'
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

it('a database of the first version, with ballots and decisions in it, is brought up to date', async () => {
  const url = new URL(env().DATABASE_URL)
  url.pathname = `/avis_${randomBytes(6).toString('hex')}`
  await createDatabase(url.href)
  await migrate(url.href, (name) => name === '20261123000000_init')
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`
      INSERT INTO article (title, source_name, summary) VALUES ('t', 's', 'r');
      INSERT INTO survey (slug, article_id, opens_at, reader_key) VALUES ('ancien', 1, now() - interval '1 day', '\\x00');
      INSERT INTO question (survey_id, position, kind, prompt) VALUES (1, 0, 'open', 'Votre avis ?');
      INSERT INTO ballot (survey_id, reader, cells, receipt_hash) VALUES (1, '\\x01', '{b,q1}', '\\x01'), (1, '\\x02', '{}', '\\x02');
      INSERT INTO tally (survey_id, cell, count) VALUES (1, 'b', 1), (1, 'q1', 1);
      INSERT INTO tally_head (survey_id, seq, at) VALUES (1, 3, now());
      INSERT INTO comment (survey_id, question_id, reader, text) VALUES (1, 1, '\\x01', 'Mon avis');
      INSERT INTO comment_revision (comment_id, number, text) SELECT id, 1, text FROM comment;
      INSERT INTO decision (comment_id, revision, outcome, actor) SELECT id, 1, 'published', 'shell' FROM comment;`)
    expect((await migrate(url.href)).length).toBeGreaterThan(2)
    const { rows } = await client.query(`
      SELECT (SELECT count FROM tally WHERE cell = 'v1') AS tallied, (SELECT survey_id FROM decision) AS decided`)
    expect(rows[0]).toEqual({ tallied: 1, decided: 1 })
    const { rows: hours } = await client.query('SELECT source, seen, ballots FROM visit')
    expect(hours).toEqual([{ source: 'unknown', seen: 0, ballots: 1 }])
    const { rows: cells } = await client.query('SELECT cells FROM ballot ORDER BY reader')
    expect(cells).toEqual([{ cells: ['b', 'q1', 'v1'] }, { cells: [] }])
    const { rows: texts } = await client.query('SELECT text, language FROM comment')
    expect(texts).toEqual([{ text: 'Mon avis', language: null }])
    const { rows: links } = await client.query(`
      SELECT l.seq, l.kind, l.facts, length(l.leaves) AS bytes, l.head = h.chain AND l.seq = h.seq AS last
      FROM chain_link l JOIN tally_head h USING (survey_id) ORDER BY l.seq`)
    expect(links).toEqual([
      { seq: '4', kind: 'genesis', facts: '{"seq":3,"ballots":2}', bytes: 0, last: false },
      { seq: '5', kind: 'carried', facts: '', bytes: 64, last: true },
    ])
  } finally {
    await client.end()
  }
})

it('a migration is one transaction, and a function’s body is not cut at its semicolons', async () => {
  const url = new URL(env().DATABASE_URL)
  url.pathname = `/avis_${randomBytes(6).toString('hex')}`
  await createDatabase(url.href)
  const migration = (path: string, value: string) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
  })
  const body = 'CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;'
  const broken = migration('20260102000000_broken', 'CREATE TABLE half (id int); SELECT 1 / 0;')
  const list = {
    ...migrationsOnDisk(),
    migrationDirectories: [migration('20260101000000_body', body), broken],
  }
  await expect(applyMigrations(url.href, list)).rejects.toThrow('division by zero')
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    const { rows } = await client.query(`SELECT one(), to_regclass('half') AS half`)
    expect(rows).toEqual([{ one: 1, half: null }])
  } finally {
    await client.end()
  }
})

it('a migration that had to give way to other transactions is tried again', async () => {
  const url = new URL(env().DATABASE_URL)
  url.pathname = `/avis_${randomBytes(6).toString('hex')}`
  await createDatabase(url.href)
  const migration = (path: string, value: string) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
  })
  // A sequence keeps its number when a transaction is rolled back.
  // The engine hands on the words of an error, and not its code.
  const gaveWay = (words: string, n: number) => `DO $$ BEGIN
    IF nextval('tries') = ${n} THEN RAISE EXCEPTION '${words}'; END IF;
  END $$;`
  const list = {
    ...migrationsOnDisk(),
    migrationDirectories: [
      migration('20260101000000_tries', 'CREATE SEQUENCE tries;'),
      migration('20260102000000_deadlock', gaveWay('deadlock detected', 1)),
      migration('20260103000000_lock', gaveWay('canceling statement due to lock timeout', 3)),
    ],
  }
  expect(await applyMigrations(url.href, list)).toContain('20260103000000_lock')
  expect(await applyMigrations(url.href, list)).toEqual([])
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
