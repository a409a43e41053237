#!/usr/bin/env bash
# DuckDB 1.5.6: one answer that begins with # can take its whole row out of a CSV file, without a word.
#
# Nobody asked for comments, RFC 4180 has none, and the same answer among texts is kept, so that one believes # to be
# safe. The sniffer however tries # as a mark of comments and keeps it where the other rows then fit a narrower type: in
# a column of bus lines typed by readers, `12`, `#7`, `3`, the row of `#7` is gone and the column is a number. Asking for
# texts only (`all_varchar`) does not bring it back. Say `comment = ''` whenever a file holds what people typed, or
# write such texts in quotation marks.
#
# Seen on Node 20.20.2, @duckdb/node-api 1.5.6-r.1, three rows in each file:
#   lines C1, #7, T3: 3 rows
#   lines 12, #7, 3: 2 rows; all_varchar 2 rows; comment = '' 3 rows; in quotation marks 3 rows
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat > try.js <<'JS'
import { writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const connection = await (await DuckDBInstance.create()).connect()
const write = (name, lines) => writeFileSync(name, `line,town\n${lines.map((line) => `${line},Lyon\n`).join('')}`)
const rows = async (source) => `${(await connection.runAndReadAll(`FROM ${source}`)).currentRowCount} rows`

write('texts.csv', ['C1', '#7', 'T3'])
write('numbers.csv', ['12', '#7', '3'])
write('quoted.csv', ['12', '"#7"', '3'])
console.log(`lines C1, #7, T3: ${await rows("'texts.csv'")}`)
const texts = await rows("read_csv('numbers.csv', all_varchar = true)")
const none = await rows("read_csv('numbers.csv', comment = '')")
console.log(
  `lines 12, #7, 3: ${await rows("'numbers.csv'")}; all_varchar ${texts}; comment = '' ${none}; ` +
    `in quotation marks ${await rows("'quoted.csv'")}`,
)
JS
said=$(node try.js)
echo "$said"
[ "$said" = "lines C1, #7, T3: 3 rows
lines 12, #7, 3: 2 rows; all_varchar 2 rows; comment = '' 3 rows; in quotation marks 3 rows" ] || { echo "changed"; exit 1; }
