#!/usr/bin/env bash
# Node 20.20.2: `new TextDecoder('windows-1252')` decodes Latin-1, so that quotation marks become control characters.
#
# The Encoding Standard maps the bytes 80 to 9F of windows-1252 to characters such as € (80) and ’ (92). Node 20 gives
# U+0080 and U+0092 in their place, also for the label iso-8859-1, which the standard makes a name of windows-1252.
# With `stream: true` the same decoder is right. @exodus/bytes 1.16.0 is right.
#
# Seen on Node 20.20.2:
#   node U+0080 U+0092; @exodus/bytes U+20AC U+2019
#   node, as a stream U+20AC U+2019
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @exodus/bytes@1.16.0
cat > try.js <<'JS'
import { TextDecoder as Decoder } from '@exodus/bytes/encoding.js'

const bytes = new Uint8Array([0x80, 0x92])
const points = (text) => [...text].map((one) => `U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
console.log(`node ${points(new TextDecoder('windows-1252').decode(bytes))}; @exodus/bytes ${points(new Decoder('windows-1252').decode(bytes))}`)
console.log(`node, as a stream ${points(new TextDecoder('windows-1252').decode(bytes, { stream: true }))}`)
JS
said=$(node try.js)
echo "$said"
[ "$said" = 'node U+0080 U+0092; @exodus/bytes U+20AC U+2019
node, as a stream U+20AC U+2019' ] || { echo "changed"; exit 1; }
