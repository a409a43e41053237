/**
 * One load process: keeps `connections` requests in flight for some seconds and reports. Uses bare sockets, because it
 * shares the machine with what it measures. A request costs 26 µs of processor time here, 55 µs with undici's dispatch.
 * It connects only to this machine.
 */
import { connect } from 'node:net'
import { newFormToken } from '../../lib/readers/rules/form-token'
import { type LoadOrder, type LoadReport, networkNumber } from './load-order'

const HOST = '127.0.0.1'
/** More than any server here answers in a second; a request beyond the supply computes its own token. */
const TOKENS_PER_SECOND = 20_000
const READER_COOKIE = /\r\nset-cookie: ((?:__Host-)?avis_reader=[^;\r]+)/i

/** Returns a function that writes the requests of one order, each different from the last if it has several bodies. */
function requestsOf(order: LoadOrder): () => string | undefined {
  const { method, path, bodies, headers, port } = order
  const lines = Object.entries({ host: `${HOST}:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const head = `${method} ${path} HTTP/1.1\r\n${lines.join('')}`
  if (!bodies.length) return () => `${head}\r\n`
  const { secret } = order
  const token = () => (secret ? newFormToken({ issuedAt: Date.now(), source: 'article' }, secret) : '')
  // Computed before the clock runs: they are the page's work, not the vote's.
  const tokens = Array.from({ length: secret ? order.seconds * TOKENS_PER_SECOND : 0 }, token)
  const { cookies } = order
  let sent = 0
  return () => {
    if (cookies && sent >= cookies.length) return undefined
    const attempt = tokens.pop() ?? token()
    const from = head
      .replace('{network}', networkNumber(sent))
      .replace('{attempt}', attempt)
      .replace('{cookie}', () => cookies?.[sent] as string)
    const body = (bodies[sent % bodies.length] as string)
      .replace('{attempt}', attempt)
      .replace('{n}', String(sent++))
    return `${from}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  }
}

/** Returns whether `answer`, read so far, is complete. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head + 2))?.[1]
  if (length === undefined) return answer.endsWith('\r\n0\r\n\r\n')
  return answer.length - head - 4 >= Number(length)
}

const at = (sorted: Float64Array, share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

async function load(order: LoadOrder): Promise<LoadReport> {
  const nextRequest = requestsOf(order)
  const took: number[] = []
  const receipts: string[] = []
  const cookies: string[] = []
  let failed = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  const end = start + order.seconds * 1000

  const note = (answer: string, ms: number) => {
    took.push(ms)
    if (!answer.startsWith('HTTP/1.1 2')) {
      failed++
      return
    }
    if (order.keepCookies) cookies.push(READER_COOKIE.exec(answer)?.[1] ?? '')
    if (!order.receiptAfter) return
    const from = answer.indexOf(order.receiptAfter) + order.receiptAfter.length
    receipts.push(answer.slice(from, answer.indexOf('"', from)))
  }
  const reader = () =>
    new Promise<void>((resolve) => {
      const socket = connect(order.port, HOST).setNoDelay(true).setEncoding('latin1')
      let answer = ''
      let since = 0
      const ask = () => {
        const request = nextRequest()
        if (request === undefined) return socket.destroy()
        since = performance.now()
        answer = ''
        socket.write(request)
      }
      socket.on('connect', ask)
      socket.on('data', (chunk: string) => {
        answer += chunk
        if (!isWhole(answer)) return
        const now = performance.now()
        note(answer, now - since)
        if (now < end) order.pauseMs ? setTimeout(ask, order.pauseMs) : ask()
        else socket.destroy()
      })
      socket.on('error', () => failed++)
      socket.on('close', () => resolve())
    })

  await Promise.all(Array.from({ length: order.connections }, reader))
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const sorted = Float64Array.from(took).sort()
  return {
    answered: took.length,
    failed,
    perSecond: (took.length - failed) / seconds,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
    ownMicroseconds: (user + system) / Math.max(1, took.length),
    receipts,
    cookies,
  }
}

process.once('message', async (order) => {
  process.send?.(await load(order as LoadOrder), () => process.disconnect())
})
