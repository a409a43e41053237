import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const read = (name: string) => readFileSync(path.join(import.meta.dirname, `${name}.html`), 'utf8')

/** Returns a text in ISO-8859-15, of which the tests need the euro sign and the ligature beyond Latin-1. */
const latin9 = (text: string) =>
  Buffer.from(text.replaceAll('€', '\u00a4').replaceAll('œ', '\u00bd'), 'latin1')

/** A page of a news site: where it is, how it is sent, and its bytes. */
export type Layout = { path: string; type: string; body: Buffer }

const utf8 = 'text/html; charset=utf-8'

/** Pages in the layouts of five kinds of news sites; names, places and texts are invented. */
export const LAYOUTS = {
  /** JSON-LD as a graph of references, marked as paid and shown whole. */
  graph: { path: '/2026/03/halle-marche-dimanche', type: utf8, body: Buffer.from(read('graph')) },
  /** Nested tables, line breaks for paragraphs, ISO-8859-15 declared in the page alone. */
  table: { path: '/a4211.htm', type: 'text/html', body: latin9(read('table')) },
  /** Points with small headings, definitions, captions, and the questions in a box. */
  list: { path: '/rentree', type: utf8, body: Buffer.from(read('list')) },
  /** AMP with microdata, and a dialog for consent. */
  amp: { path: '/amp/fibre-roncey', type: utf8, body: Buffer.from(read('amp')) },
  /** English, with a question as its headline and questions of the site under the article. */
  english: { path: '/news/bridge', type: utf8, body: Buffer.from(read('english')) },
} satisfies Record<string, Layout>

/** Serves the layouts from this machine. Resolves to the origin, the port, and a function that ends it. */
export async function serveLayouts(port = 0) {
  const server = createServer(({ url }, response) => {
    const found = Object.values(LAYOUTS).find((layout) => layout.path === url)
    if (!found) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': found.type }).end(found.body)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: listening } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${listening}`,
    port: listening,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
