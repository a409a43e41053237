#!/usr/bin/env bash
# tableschema 1.12.6: where the point parts thousands and the comma decimals, 1.234,5 is read as 12345.
#
# Table Schema of Frictionless Data lets a field declare `groupChar` and `decimalChar`, and the English pair works, and a
# space with a comma works. With the pair of Germany, Spain or Italy the reader first turns the comma into a point and
# then takes out every point as a group: 0,25 is 25. The number is valid, so no check of the schema complains. Give
# numbers in the default form (1234.5), or part thousands by a space.
#
# Seen on Node 20.20.2:
#   "1,234.5" by "," and "." is 1234.5 | "1 234,5" by " " and "," is 1234.5
#   "1.234,5" by "." and "," is 12345 | "0,25" by "." and "," is 25
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund tableschema@1.12.6
cat > try.js <<'JS'
import tableschema from 'tableschema'

function read(text, groupChar, decimalChar) {
  const field = new tableschema.Field({ name: 'n', type: 'number', groupChar, decimalChar })
  return `"${text}" by "${groupChar}" and "${decimalChar}" is ${field.castValue(text)}`
}
console.log(`${read('1,234.5', ',', '.')} | ${read('1 234,5', ' ', ',')}`)
console.log(`${read('1.234,5', '.', ',')} | ${read('0,25', '.', ',')}`)
JS
said=$(node try.js)
echo "$said"
[ "$said" = '"1,234.5" by "," and "." is 1234.5 | "1 234,5" by " " and "," is 1234.5
"1.234,5" by "." and "," is 12345 | "0,25" by "." and "," is 25' ] || { echo "changed"; exit 1; }
