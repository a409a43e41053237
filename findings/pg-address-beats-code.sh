#!/usr/bin/env bash
# pg 8.23.1: what stands in the connection string replaces what the code asks for, limits included.
#
# `new Client({ connectionString, statement_timeout: 9, options: '-c timezone=UTC' })` looks as if the code had the last
# word, as an explicit argument has elsewhere. The parsed address is laid over the config instead: a DSN that an operator
# copies from a host's panel with `?statement_timeout=0` or `?options=…` silently switches off the program's own time
# limit and session settings. Nothing is merged: `options` is replaced whole.
#
# Seen on Node 20.20.2:
#   code asks for 9 and timezone=UTC, address says 0 and search_path=x  ->  {"statement_timeout":0,"options":"-c search_path=x"}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund pg@8.23.1
cat > ask.js <<'JS'
import pg from 'pg'
const address = 'postgresql://reader@127.0.0.1:5432/avis?statement_timeout=0&options=-c%20search_path%3Dx'
const client = new pg.Client({ connectionString: address, statement_timeout: 9, options: '-c timezone=UTC' })
const { statement_timeout, options } = client.connectionParameters
console.log(JSON.stringify({ statement_timeout: Number(statement_timeout), options }))
JS
said=$(node ask.js)
echo "$said"
[ "$said" = '{"statement_timeout":0,"options":"-c search_path=x"}' ] || { echo "changed"; exit 1; }
