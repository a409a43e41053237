#!/usr/bin/env bash
# DuckDB 1.5.6: days written 31/12/26 in a CSV file are read as 26 December 2031, until one row says otherwise.
#
# With four digits to the year, 31/12/2026 is read day first, and so one expects of two digits. There the sniffer prefers
# year-month-day, with any separator: 31/12/26 is a valid day of 2031, the column becomes a DATE and nothing is said. One
# row that cannot be read so, such as 31/12/99, turns the whole column to day-month-year, so that the dates of a file
# depend on rows added later. Write years in full, or state `dateformat = '%d/%m/%y'`.
#
# Seen on Node 20.20.2, @duckdb/node-api 1.5.6-r.1:
#   31/12/2026, 01/02/2027: 2026-12-31, 2027-02-01
#   31/12/26, 01/02/27: 2031-12-26, 2001-02-27
#   31/12/26, 01/02/27, 31/12/99: 2026-12-31, 2027-02-01, 1999-12-31
#   31/12/26, 01/02/27 with dateformat: 2026-12-31, 2027-02-01
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
async function read(days, option = '') {
  writeFileSync('days.csv', `id,day\n${days.map((day, index) => `${index},${day}\n`).join('')}`)
  const reader = await connection.runAndReadAll(`SELECT day FROM read_csv('days.csv'${option})`)
  const [type] = reader.columnTypes()
  if (String(type) !== 'DATE') throw new Error(`a column of ${type}`)
  return reader.getRows().join(', ')
}
const [long, short] = [['31/12/2026', '01/02/2027'], ['31/12/26', '01/02/27']]
for (const days of [long, short, [...short, '31/12/99']]) console.log(`${days.join(', ')}: ${await read(days)}`)
console.log(`${short.join(', ')} with dateformat: ${await read(short, ", dateformat = '%d/%m/%y'")}`)
JS
said=$(node try.js)
echo "$said"
[ "$said" = '31/12/2026, 01/02/2027: 2026-12-31, 2027-02-01
31/12/26, 01/02/27: 2031-12-26, 2001-02-27
31/12/26, 01/02/27, 31/12/99: 2026-12-31, 2027-02-01, 1999-12-31
31/12/26, 01/02/27 with dateformat: 2026-12-31, 2027-02-01' ] || { echo "changed"; exit 1; }
