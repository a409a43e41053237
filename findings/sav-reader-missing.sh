#!/usr/bin/env bash
# sav-reader 2.0.8: a missing number is a very large negative one if the SPSS file is not compressed.
#
# The two files hold the same row, written by the same program; compression is how bytes are stored, and one expects no
# more of it. In the compressed file a missing number is `undefined`. In the other the mark that the format keeps for it,
# the least double, comes out as a value, and any mean or sum of the column is lost. The missing text that a variable
# declares is read as a number in both. Test for -Number.MAX_VALUE beside undefined, and take declared missing texts
# from elsewhere.
#
# Needs PSPP (Debian: pspp), here 1.6.2. Seen on Node 20.20.2:
#   compressed: undefined; declared missing text "xyz" is a number
#   uncompressed: -1.7976931348623157e+308; declared missing text "xyz" is a number
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > try.sps <<'SPS'
DATA LIST LIST /n (F3.0) word (A3).
BEGIN DATA
. abc
END DATA.
MISSING VALUES word ('xyz').
SAVE OUTFILE='compressed.sav' /COMPRESSED.
SAVE OUTFILE='uncompressed.sav' /UNCOMPRESSED.
SPS
pspp try.sps > said.txt || { cat said.txt; exit 1; }
echo '{ "private": true, "type": "commonjs" }' > package.json
npm install --silent --no-audit --no-fund sav-reader@2.0.8
cat > try.js <<'JS'
const { readFileSync } = require('node:fs')
const { SavBufferReader } = require('sav-reader')

async function main() {
  for (const name of ['compressed', 'uncompressed']) {
    const reader = new SavBufferReader(readFileSync(`${name}.sav`))
    await reader.open()
    const { missing } = reader.meta.sysvars.find((variable) => variable.name === 'word')
    const [row] = await reader.readAllRows()
    console.log(`${name}: ${row.n}; declared missing text "xyz" is a ${typeof missing}`)
  }
}
main()
JS
said=$(node try.js)
echo "$said"
[ "$said" = 'compressed: undefined; declared missing text "xyz" is a number
uncompressed: -1.7976931348623157e+308; declared missing text "xyz" is a number' ] || { echo "changed"; exit 1; }
