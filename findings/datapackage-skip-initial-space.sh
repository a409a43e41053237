#!/usr/bin/env bash
# datapackage 1.1.10: a CSV dialect with `skipInitialSpace: false` loses the spaces at the start of each cell.
#
# The package brings the published schema of Frictionless Data, which has the property, and its own reader is what a data
# package is tried with. It copies only those properties of a dialect that are truthy, so `false` never arrives, and its
# parser trims by default. Both settings give the same cell. Cells in quotation marks keep their spaces: quote them.
#
# Seen on Node 20.20.2:
#   skipInitialSpace true: "two" | skipInitialSpace false: "two" | in quotation marks: "  two"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund datapackage@1.1.10
cat > try.js <<'JS'
import { writeFileSync } from 'node:fs'
import datapackage from 'datapackage'

async function cellOf(text, skipInitialSpace) {
  writeFileSync('table.csv', `word\r\n${text}\r\n`)
  const descriptor = {
    profile: 'tabular-data-package',
    name: 'one-word',
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'table',
        path: 'table.csv',
        dialect: { skipInitialSpace },
        schema: { fields: [{ name: 'word', type: 'string' }] },
      },
    ],
  }
  const { valid, resources } = await datapackage.Package.load(descriptor, { basePath: '.' })
  if (!valid) throw new Error('the descriptor is not valid')
  const [[cell]] = await resources[0].read()
  return JSON.stringify(cell)
}
const [skipped, kept, quoted] = [await cellOf('  two', true), await cellOf('  two', false), await cellOf('"  two"', false)]
console.log(`skipInitialSpace true: ${skipped} | skipInitialSpace false: ${kept} | in quotation marks: ${quoted}`)
JS
said=$(node try.js)
echo "$said"
[ "$said" = 'skipInitialSpace true: "two" | skipInitialSpace false: "two" | in quotation marks: "  two"' ] || { echo "changed"; exit 1; }
