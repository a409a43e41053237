#!/usr/bin/env bash
# dependency-cruiser 17.3.9 beside TypeScript 7.0.2 reads no TypeScript file and reports success.
#
# TypeScript 7 ships a compiler without the JavaScript interface that dependency-cruiser transpiles with. The tool
# then takes .ts and .tsx for files it does not know: «no dependency violations found (0 modules, 0 dependencies
# cruised)», exit 0. With TypeScript 5.9.3 the same two files are reported as a circle, exit 1. A check in CI stays
# green after the upgrade and checks nothing: assert how many modules were read.
#
# Seen on Node 20.20.2:
#   typescript 7.0.2: ✔ no dependency violations found (0 modules, 0 dependencies cruised)   exit 0
#   typescript 5.9.3: x 1 dependency violations (1 errors, 0 warnings). 2 modules, 2 dependencies cruised.   exit 1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

mkdir src
echo "import { second } from './second'; export const first: number = second" > src/first.ts
echo "import { first } from './first'; export const second: number = first" > src/second.ts
cat > .dependency-cruiser.mjs <<'RULES'
export default {
  forbidden: [{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } }],
  options: {},
}
RULES
echo '{ "private": true }' > package.json

cruise() { npx depcruise src --config .dependency-cruiser.mjs > out.txt 2>&1 && echo 0 || echo $?; }

npm install --silent --no-audit --no-fund dependency-cruiser@17.3.9 typescript@7.0.2
seven=$(cruise)
grep -q '(0 modules, 0 dependencies cruised)' out.txt && [ "$seven" = 0 ] || { echo "changed: with TypeScript 7"; cat out.txt; exit 1; }
echo "typescript 7.0.2: $(grep -o 'no dependency.*' out.txt)   exit $seven"

npm install --silent --no-audit --no-fund typescript@5.9.3
five=$(cruise)
grep -q '2 modules, 2 dependencies cruised' out.txt && [ "$five" = 1 ] || { echo "changed: with TypeScript 5"; cat out.txt; exit 1; }
echo "typescript 5.9.3: $(grep -o 'x 1 dependency.*' out.txt)   exit $five"
