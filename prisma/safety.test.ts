import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { dangersOf } from './safety'

/** Before, there was nothing to keep running. */
const FIRST_GUARDED = '20261126'

it.each([
  'CREATE INDEX "ballot_source" ON "ballot"("source");',
  'CREATE UNIQUE INDEX "a" ON "survey" USING btree ("slug");',
  'ALTER TABLE "ballot" ADD CONSTRAINT "c" CHECK (seconds > 0);',
  'ALTER TABLE "comment" ADD CONSTRAINT "f" FOREIGN KEY ("survey_id") REFERENCES "survey"("id");',
  'ALTER TABLE "ballot" ADD CONSTRAINT "ballot_pkey" PRIMARY KEY ("title_id", "survey_id", "reader");',
  'ALTER TABLE "ballot" ADD UNIQUE ("receipt_hash");',
  'ALTER TABLE "ballot" DROP CONSTRAINT "ballot_pkey";',
  'ALTER TABLE "ballot" ALTER COLUMN "seconds" TYPE bigint;',
  'ALTER TABLE "ballot" ALTER COLUMN "source" SET NOT NULL;',
  'ALTER TABLE "ballot" DROP COLUMN "source";',
  'ALTER TABLE "ballot" RENAME COLUMN "source" TO "origin";',
  "-- all of them\nUPDATE ballot SET cells = cells || '{v1}';",
  'CREATE INDEX CONCURRENTLY "a" ON "ballot"("source");\nCREATE INDEX CONCURRENTLY "b" ON "ballot"("seconds");',
])('%s is dangerous', (sql) => expect(dangersOf(sql).length).toBeGreaterThan(0))

it.each([
  'CREATE INDEX CONCURRENTLY "ballot_source" ON "ballot"("source");',
  'ALTER TABLE "ballot" ADD COLUMN "device" TEXT, ADD COLUMN "n" INTEGER NOT NULL DEFAULT 0;',
  'ALTER TABLE "ballot" ADD CONSTRAINT "c" CHECK (seconds > 0) NOT VALID;',
  'ALTER TABLE "ballot" VALIDATE CONSTRAINT "c";',
  'ALTER TABLE "ballot" DROP CONSTRAINT "c";',
  'ALTER TABLE "ballot" ADD CONSTRAINT "ballot_key" UNIQUE USING INDEX "a";',
  '-- under traffic: a handful of rows\nUPDATE charter SET text = 1;',
  'CREATE TABLE "note" ("id" INT);\nCREATE INDEX "n" ON "note"("id");\nALTER TABLE "note" ADD CONSTRAINT "c" CHECK (id > 0);',
  'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE ballot SET n = 1; RETURN NEW; END $$;',
])('%s is not', (sql) => expect(dangersOf(sql)).toEqual([]))

it('no migration keeps readers from voting', () => {
  const folder = path.join(import.meta.dirname, 'migrations')
  const names = readdirSync(folder).filter((name) => name >= FIRST_GUARDED)
  const found = names.flatMap((name) =>
    dangersOf(readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')).map((one) => ({
      name,
      ...one,
    })),
  )
  expect(found).toEqual([])
})
