#!/usr/bin/env bash
# hucre 1.0.0: spaces and line breaks of a text are not kept in an ODS file.
#
# In an OpenDocument paragraph, runs of white space count as one space (ODF 1.3, 6.1.2): a writer marks them by text:s,
# text:tab and text:line-break. hucre writes them as they are. LibreOffice 7.4 is lenient and shows them; a reader that
# keeps to the standard, here SheetJS 0.18.5, gives one line with single spaces.
#
# Seen on Node 20.20.2:
#   written "  two  spaces\nnext line", read "two spaces next line"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund hucre@1.0.0 xlsx@0.18.5
cat > try.js <<'JS'
import { writeOds } from 'hucre/ods'
import xlsx from 'xlsx'

const written = '  two  spaces\nnext line'
const file = await writeOds({ sheets: [{ name: 'Sheet', rows: [[written]] }] })
const { Sheets } = xlsx.read(file, { type: 'buffer' })
console.log(`written ${JSON.stringify(written)}, read ${JSON.stringify(Sheets.Sheet.A1.v)}`)
JS
said=$(node try.js)
echo "$said"
[ "$said" = 'written "  two  spaces\nnext line", read "two spaces next line"' ] || { echo "changed"; exit 1; }
