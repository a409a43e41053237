#!/usr/bin/env bash
# lru-cache 11.5.3: of callers who share one `fetch()`, the first one's signal decides for all, and a `set()` fails all.
#
# Calls for one key share a single run of `fetchMethod`: that is what the method is for. `fetch(key, { signal })` then
# looks like each caller's own way to leave. The first caller's signal is tied to the shared run instead: when that
# reader closes the page, all who wait get its error, with no signal of their own. The signal of a later caller is not
# looked at. And where newer data arrives by `set()`, those who wait are refused («replaced») with the value at hand.
# Pass no request's signal to `fetch()`, race the promise against it outside, and read again after «replaced».
#
# Seen on Node 20.20.2, two callers each time:
#   first leaves: Error first left, Error first left
#   second leaves: value, value
#   set meanwhile: Error replaced, Error replaced; then newer
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund lru-cache@11.5.3
cat > try.js <<'JS'
import { setTimeout } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

const cacheOf = () => new LRUCache({ max: 10, fetchMethod: () => setTimeout(50, 'value') })
async function ends(...calls) {
  const settled = await Promise.allSettled(calls)
  return settled.map(({ value, reason }) => value ?? `Error ${reason.message}`).join(', ')
}

for (const who of ['first', 'second']) {
  const cache = cacheOf()
  const leaving = new AbortController()
  const { signal } = leaving
  const calls = [cache.fetch('poll', who === 'first' ? { signal } : {}), cache.fetch('poll', who === 'first' ? {} : { signal })]
  leaving.abort(new Error(`${who} left`))
  console.log(`${who} leaves: ${await ends(...calls)}`)
}
const cache = cacheOf()
const calls = [cache.fetch('poll'), cache.fetch('poll')]
cache.set('poll', 'newer')
console.log(`set meanwhile: ${await ends(...calls)}; then ${cache.get('poll')}`)
JS
said=$(node try.js)
echo "$said"
[ "$said" = 'first leaves: Error first left, Error first left
second leaves: value, value
set meanwhile: Error replaced, Error replaced; then newer' ] || { echo "changed"; exit 1; }
