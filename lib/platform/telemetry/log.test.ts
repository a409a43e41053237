import { Writable } from 'node:stream'
import pino from 'pino'
import { expect, it } from 'vitest'
import { Prisma } from '../db/client'
import { serialisers } from './log'

function logged(err: unknown): string {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk
      done()
    },
  })
  pino({ serializers: serialisers }, stream).error({ err }, 'failed')
  return text
}

it('names a database error by its codes and quotes nothing of it', () => {
  const error = new Prisma.PrismaClientKnownRequestError('invalid value "what a reader wrote"', {
    code: 'P2010',
    clientVersion: '7',
    meta: { driverAdapterError: { cause: { originalCode: '22021', detail: 'what a reader wrote' } } },
  })
  const text = logged(error)
  expect(text).not.toContain('what a reader wrote')
  expect(JSON.parse(text).err).toMatchObject({ code: 'P2010', sqlState: '22021' })
})

it('does not carry the connection of a driver error into the log', () => {
  const error = Object.assign(new Error('duplicate key: what a reader wrote'), {
    name: 'error',
    code: '57P01',
    client: { password: 'secret-word' },
  })
  const text = logged(error)
  expect(text).not.toMatch(/secret-word|what a reader wrote/)
  expect(JSON.parse(text).err.code).toBe('57P01')
})

it('keeps the message of an error of our own', () => {
  expect(JSON.parse(logged(new TypeError('x is not a function'))).err).toMatchObject({
    type: 'TypeError',
    message: 'x is not a function',
  })
})
