#!/usr/bin/env bash
# csv-stringify 6.9.0: with `record_delimiter: '\r\n'` a text with a bare line feed is written without quotes.
#
# A field is quoted only where it holds the delimiter, a quote, or the whole record delimiter. RFC 4180 (2.6) quotes any
# field with a line break. csv-parse 7.0.3, of the same family, reads the two rows back, so that a round trip shows
# nothing. d3-dsv 3.0.1, no kin, ends a row at the line feed, as most readers do, and finds three.
#
# Seen on Node 20.20.2:
#   file "id,text\r\n1,first line\nsecond line\r\n"; csv-parse 2 rows; d3-dsv 3 rows
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund csv-stringify@6.9.0 csv-parse@7.0.3 d3-dsv@3.0.1
cat > try.js <<'JS'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { csvParseRows } from 'd3-dsv'

const file = stringify([['id', 'text'], [1, 'first line\nsecond line']], { record_delimiter: '\r\n' })
const kin = parse(file).length
const other = csvParseRows(file).length
console.log(`file ${JSON.stringify(file)}; csv-parse ${kin} rows; d3-dsv ${other} rows`)
JS
said=$(node try.js)
echo "$said"
[ "$said" = 'file "id,text\r\n1,first line\nsecond line\r\n"; csv-parse 2 rows; d3-dsv 3 rows' ] || { echo "changed"; exit 1; }
