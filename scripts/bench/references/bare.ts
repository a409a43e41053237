/**
 * Reference (c): the minimal server that accepts ballots over HTTP. `node:http`, the driver, one upsert for one POST, one
 * row for one GET of /row.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'

const CONNECTIONS = 16
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: CONNECTIONS })

async function take(request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { cells } = JSON.parse(Buffer.concat(chunks).toString())
  const reader = randomBytes(16)
  await pool.query({
    name: 'upsert',
    text: `INSERT INTO bench.ballot (survey_id, reader, cells) VALUES (3, $1, $2)
      ON CONFLICT (survey_id, reader) DO UPDATE SET cells = excluded.cells, changed_at = now()`,
    values: [reader, cells],
  })
  const answer = JSON.stringify({ receipt: reader.toString('hex') })
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length })
  response.end(answer)
}

async function read(response: ServerResponse) {
  const { rows } = await pool.query({
    name: 'row',
    text: "SELECT cell, count FROM bench.tally WHERE survey_id = 3 AND cell = 'b'",
  })
  const answer = JSON.stringify(rows[0])
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
  response.end(answer)
}

createServer((request, response) => {
  if (request.url === '/') return response.end('ready')
  const work = request.method === 'GET' ? read(response) : take(request, response)
  work.catch((error) => {
    console.error(error)
    response.writeHead(500).end()
  })
}).listen(Number(process.env.PORT), '127.0.0.1')
