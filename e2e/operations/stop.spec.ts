/** A stop while every kind of connection is open: the database is closed, and nobody has to be cut off by force. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../scripts/postgres'
import { currentBuild } from '../../scripts/runtime/build'
import { temporaryFolder } from '../../scripts/testing/folder'
import { extent } from '../../scripts/testing/test-size'
import { expect, test } from '../fixtures/base-test'
import { HOST, lines } from '../fixtures/raw-socket'

const OF_EACH = extent(30, 300)
const root = path.join(import.meta.dirname, '..', '..')

const kinds = (slug: string): [kind: string, sent: string, answered: RegExp | undefined][] => [
  ['says nothing', '', undefined],
  ['is slow with its headers', `GET / HTTP/1.1\r\n${HOST}\r\nX-Slow: `, undefined],
  [
    'sends half a ballot',
    lines(
      `POST /api/v1/surveys/${slug}/ballot HTTP/1.1`,
      HOST,
      'Content-Type: application/json',
      'Content-Length: 50',
      '',
      '{',
    ),
    undefined,
  ],
  [
    'sends half an action',
    lines('POST /connexion HTTP/1.1', HOST, 'Sec-Fetch-Site: same-origin', 'Content-Length: 50', '', '['),
    undefined,
  ],
  ['rests after its answer', lines('GET /healthz HTTP/1.1', HOST, '', ''), /alive/],
  [
    'follows results',
    lines(`GET /api/v1/surveys/${slug}/results/stream HTTP/1.1`, HOST, '', ''),
    /event: results/,
  ],
  [
    'asks for a socket',
    lines('GET /_next/hmr HTTP/1.1', HOST, 'Connection: Upgrade', 'Upgrade: websocket', '', ''),
    /HTTP\/1.1 400/,
  ],
  ['asks for a tunnel', lines('CONNECT avis.example:443 HTTP/1.1', HOST, '', ''), /HTTP\/1.1 405/],
  ['reads nothing of much', lines('GET /embed.js HTTP/1.1', HOST, '', '').repeat(60), undefined],
]

test('ends in time and in order with many connections of every kind', async ({ survey }) => {
  const { slug } = await survey()
  const [folder, port] = [temporaryFolder(), await freePort()]
  const server = spawn(process.execPath, [currentBuild().server], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(port), AVIS_DATA: folder },
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      said += chunk
    })
  const ended = once(server, 'exit')
  const sockets: Socket[] = []

  /** Resolves when the server has taken the connection, and has answered where it is to. */
  const opened = (sent: string, answered: RegExp | undefined) =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(sent, () => answered || resolve()))
      sockets.push(socket)
      let text = ''
      // What comes after it is left unread, as by a client that hangs.
      if (answered)
        socket.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
          if (answered.test(text)) resolve()
        })
      socket.on('error', () => reject(new Error(`a connection broke: ${text}`)))
    })

  try {
    const ready = async () =>
      (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status === 200
    await expect.poll(ready, { timeout: 60_000 }).toBe(true)
    for (const [, sent, answered] of kinds(slug))
      await Promise.all(Array.from({ length: OF_EACH }, () => opened(sent, answered)))
    for (const socket of sockets) socket.on('error', () => undefined)
    // Everything that was sent has arrived.
    await sleep(500)
    server.kill('SIGTERM')
    expect([await ended, said.split('\n').filter((line) => line.includes('"level":50'))]).toEqual([
      [0, null],
      [],
    ])
  } finally {
    server.kill('SIGKILL')
    for (const socket of sockets) socket.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
})
