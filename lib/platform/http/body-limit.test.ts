import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { readText } from './body-limit'

const BYTES = 10
const app = new Hono().post('/', async (c) => {
  const read = await readText(c, { bytes: BYTES })
  return c.text(read.ok ? read.value : read.problem.code)
})

/** What is answered to `text`, sent with its length or in pieces without one. */
async function answerTo(text: string, announced: boolean) {
  const body = new Blob([text])
  const headers: HeadersInit = announced ? { 'content-length': String(body.size) } : {}
  const sent = { method: 'POST', headers, body: announced ? text : body.stream(), duplex: 'half' }
  return (await app.request('/', sent as RequestInit)).text()
}

it.each([true, false])('a body is measured in bytes, its length announced or not: %s', async (announced) => {
  expect(await answerTo('a'.repeat(BYTES), announced)).toBe('a'.repeat(BYTES))
  expect(await answerTo('é'.repeat(BYTES / 2), announced)).toBe('é'.repeat(BYTES / 2))
  expect(await answerTo('a'.repeat(BYTES + 1), announced)).toBe('body_too_large')
  expect(await answerTo('é'.repeat(BYTES / 2 + 1), announced)).toBe('body_too_large')
})
