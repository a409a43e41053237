import { expect, it } from 'vitest'
import { databaseFault, isUniqueViolation } from './errors'
import { Prisma } from './generated/prisma/client'

const failed = (cause: object, code = 'P2010') =>
  new Prisma.PrismaClientKnownRequestError('what a reader wrote', {
    code,
    clientVersion: '7',
    meta: { driverAdapterError: { cause } },
  })

it.each([
  [{ kind: 'ConnectionClosed' }, 'away'],
  [{ kind: 'DatabaseNotReachable', host: 'db' }, 'away'],
  [{ kind: 'postgres', originalCode: '57P01' }, 'away'],
  [{ kind: 'postgres', originalCode: '53100' }, 'away'],
  [{ kind: 'postgres', originalCode: '25006' }, 'away'],
  [{ kind: 'postgres', originalCode: '40P01' }, 'conflict'],
  [{ kind: 'postgres', originalCode: '22021' }, 'data'],
  [{ kind: 'postgres', originalCode: '42P01' }, 'other'],
])('%o is %s', (cause, fault) => expect(databaseFault(failed(cause))).toBe(fault))

it('knows an error of the driver, of a statement that bypasses Prisma', () => {
  const refused = (code: string) => Object.assign(new Error('what a reader wrote'), { name: 'error', code })
  expect(['40P01', '22021', '57P01', '42P01'].map((code) => databaseFault(refused(code)))).toEqual([
    'conflict',
    'data',
    'away',
    'other',
  ])
})

it('knows an error of the other Prisma in the process by its name', () => {
  const { name, code, meta, message } = failed({ kind: 'ConnectionClosed' }, 'P2002')
  const other = Object.assign(new Error(message), { name, code, meta })
  expect(isUniqueViolation(other)).toBe(true)
  expect(databaseFault(other)).toBe('away')
})

it('takes an error of our own for no fault of the database', () => {
  expect(databaseFault(new TypeError('x is not a function'))).toBe('other')
  expect(databaseFault(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).toBe(
    'away',
  )
})
