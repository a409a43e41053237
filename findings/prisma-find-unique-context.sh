#!/usr/bin/env bash
# @prisma/client 7.10.0: of `findUnique` calls of one tick, a driver adapter sees the async context of the first only.
#
# A wrapper round a driver adapter is the one place to note who asked for each statement: AsyncLocalStorage follows
# promises, and `findFirst` keeps one statement, with its context, per caller. Calls of `findUnique` on one model are put
# together in one statement, which is known; that they may come from requests of different people is not thought of, and
# the statement runs as the first of them. A trace or an audit names the wrong reader, only under load. Where the context
# matters, take it in an extension (`query.$allOperations`, which sees each caller's own), or use `findFirst`.
#
# Seen on Node 20.20.2, @prisma/adapter-libsql 7.10.0 with SQLite, two requests at once:
#   findFirst: statements of first, of second; extension sees first, second
#   findUnique: statements of first; extension sees first, second
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
# Nothing here needs the schema engine: any program in its place spares the download.
PRISMA_SCHEMA_ENGINE_BINARY=$(type -P true)
export PRISMA_SCHEMA_ENGINE_BINARY
npm install --silent --no-audit --no-fund prisma@7.10.0 @prisma/client@7.10.0 @prisma/adapter-libsql@7.10.0
cat > schema.prisma <<'SCHEMA'
generator client {
  provider = "prisma-client-js"
  output   = "./client"
}

datasource db {
  provider = "sqlite"
}

model Article {
  id    Int    @id
  title String
}
SCHEMA
npx prisma generate --schema schema.prisma > generate.txt 2>&1 || { cat generate.txt; exit 1; }
cat > try.js <<'JS'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import client from './client/index.js'

const reader = new AsyncLocalStorage()
let statements = []
let operations = []

const adapter = new PrismaLibSql({ url: 'file:articles.db' })
const connect = adapter.connect.bind(adapter)
adapter.connect = async () => {
  const connection = await connect()
  const queryRaw = connection.queryRaw.bind(connection)
  connection.queryRaw = (query) => {
    statements.push(`of ${reader.getStore()}`)
    return queryRaw(query)
  }
  return connection
}
const prisma = new client.PrismaClient({ adapter })
await prisma.$executeRaw`CREATE TABLE Article (id INTEGER PRIMARY KEY, title TEXT NOT NULL)`
await prisma.$executeRaw`INSERT INTO Article VALUES (1, 'one'), (2, 'two')`
const extended = prisma.$extends({
  query: {
    $allOperations({ args, query }) {
      operations.push(reader.getStore())
      return query(args)
    },
  },
})

for (const method of ['findFirst', 'findUnique']) {
  const request = (name, id) => reader.run(name, async () => await extended.article[method]({ where: { id } }))
  statements = []
  operations = []
  const titles = (await Promise.all([request('first', 1), request('second', 2)])).map(({ title }) => title)
  if (titles.join() !== 'one,two') throw new Error(`read ${titles}`)
  console.log(`${method}: statements ${statements.join(', ')}; extension sees ${operations.join(', ')}`)
}
await prisma.$disconnect()
JS
said=$(node try.js)
echo "$said"
[ "$said" = 'findFirst: statements of first, of second; extension sees first, second
findUnique: statements of first; extension sees first, second' ] || { echo "changed"; exit 1; }
