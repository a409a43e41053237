#!/usr/bin/env bash
# next 16.4.6: a request that a public file cannot satisfy is answered 500, not 416 or 405.
#
# An App Router project has a file in public/. A range that begins past its end, or a POST to it, are mistakes of the
# client: any static file server says 416 and 405. `next start` goes looking for error pages of these numbers, which the
# App Router does not have, and says 500. A monitor that counts 5xx rings for what any reader's download manager sends.
#
# Seen on Node 20.20.2:
#   GET 200, range past the end 500, POST 500
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund next@16.4.6 react@19.3.1 react-dom@19.3.1
mkdir app public
echo 'hello' > public/file.txt
echo 'export default function Layout({ children }) { return <html><body>{children}</body></html> }' > app/layout.jsx
echo 'export default function Page() { return <p>page</p> }' > app/page.jsx
NEXT_TELEMETRY_DISABLED=1 npx next build > build.txt 2>&1
port=$(node -e "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})")
NEXT_TELEMETRY_DISABLED=1 node node_modules/next/dist/bin/next start -H 127.0.0.1 -p "$port" > server.txt 2>&1 &
server=$!
status() { curl -s -o /dev/null -w '%{http_code}' "$@" "http://127.0.0.1:$port/file.txt"; }
for _ in $(seq 100); do [ "$(status || true)" = 200 ] && break; sleep 0.2; done
said="GET $(status), range past the end $(status -H 'Range: bytes=1000-2000'), POST $(status -X POST)"
echo "$said"
[ "$said" = 'GET 200, range past the end 500, POST 500' ] || { echo "changed"; cat server.txt; exit 1; }
