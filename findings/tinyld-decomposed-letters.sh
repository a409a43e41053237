#!/usr/bin/env bash
# tinyld 1.3.4: French with decomposed accents is Vietnamese, and Russian by the lighter build.
#
# «é» may come as one character or as e and a combining accent: both look alike, and for Unicode are the same text. The
# second form comes from file systems and some editors. One expects a detector at worst to be less sure of it. Here an
# accent or two outweigh a sentence of plain French words, and the wrong language is given with more accuracy than the
# right one: a threshold keeps the errors and drops the rest. Call `text.normalize('NFC')` before the detector.
#
# Seen on Node 20.20.2, four answers each:
#   tinyld: composed fr fr fr fr, decomposed vi vi vi vi; accuracy at least 0.10 and 1.00
#   tinyld/light: composed fr fr fr fr, decomposed ru ru ru ru; accuracy at least 0.06 and 0.79
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund tinyld@1.3.4
cat > try.js <<'JS'
import { detectAll } from 'tinyld'
import { detectAll as detectAllLight } from 'tinyld/light'

const answers = [
  'Il faut plus de sécurité dans les écoles',
  'La réponse a été très décevante',
  'Le marché du samedi a été déplacé sans prévenir personne',
  'À mon avis, il faudrait réaménager la place',
]
for (const [name, detector] of [['tinyld', detectAll], ['tinyld/light', detectAllLight]]) {
  const [composed, decomposed] = ['NFC', 'NFD'].map((form) => answers.map((answer) => detector(answer.normalize(form))[0]))
  const languages = (found) => found.map(({ lang }) => lang).join(' ')
  const least = (found) => Math.min(...found.map(({ accuracy }) => accuracy)).toFixed(2)
  console.log(
    `${name}: composed ${languages(composed)}, decomposed ${languages(decomposed)}; ` +
      `accuracy at least ${least(composed)} and ${least(decomposed)}`,
  )
}
JS
said=$(node try.js)
echo "$said"
[ "$said" = 'tinyld: composed fr fr fr fr, decomposed vi vi vi vi; accuracy at least 0.10 and 1.00
tinyld/light: composed fr fr fr fr, decomposed ru ru ru ru; accuracy at least 0.06 and 0.79' ] || { echo "changed"; exit 1; }
