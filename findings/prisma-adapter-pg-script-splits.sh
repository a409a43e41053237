#!/usr/bin/env bash
# @prisma/adapter-pg 7.10.0: executeScript cuts a script at every semicolon, also inside a dollar-quoted body.
#
# The method takes a whole script, as a migration engine hands it over. One expects one message of the simple protocol,
# as psql or pg's own `client.query(text)` send it, in which PostgreSQL itself reads the quotes. Here a function whose
# body holds a semicolon cannot be created.
#
# Seen on Node 20.20.2, against PGlite 0.5.14 behind its socket server:
#   pg: created
#   adapter: unterminated dollar-quoted string at or near "$$ BEGIN RETURN 1"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --legacy-peer-deps --no-audit --no-fund \
  @prisma/adapter-pg@7.10.0 pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17
cat > ask.js <<'JS'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'

const server = new PGLiteSocketServer({ db: await PGlite.create(), port: 0, host: '127.0.0.1' })
await server.start()
const port = server.getServerConn().split(':').at(-1)
const connectionString = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`
const script = (name) => `CREATE FUNCTION ${name}() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;`

const client = new pg.Client({ connectionString })
// The server takes one connection at a time, and ends one that had an error.
client.on('error', () => undefined)
await client.connect()
await client.query(script('by_driver'))
console.log('pg: created')
await client.end()

const adapter = await new PrismaPg({ connectionString, max: 1 }).connect()
try {
  await adapter.executeScript(script('by_adapter'))
  console.log('adapter: created')
} catch (error) {
  console.log('adapter:', error.cause?.originalMessage ?? error.message)
}
await server.stop()
process.exit(0)
JS
node ask.js | tee out.txt
grep -q 'adapter: unterminated dollar-quoted string' out.txt && grep -q 'pg: created' out.txt || { echo "changed"; exit 1; }
