import fc from 'fast-check'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { addressForTools, sessionAt } from './database-url'

type Inside = { connectionParameters: Record<string, unknown>; getStartupConf(): Record<string, string> }

/** Returns what pg would send to the server at the start of a connection. */
const started = (address: string, settings = {}) => {
  const client = new Client(sessionAt(address, settings)) as unknown as Inside
  return { sent: client.getStartupConf(), inside: client.connectionParameters }
}

const PLAIN = 'postgresql://avis:s%20cret@db.example:5433/avis'

it('has the settings of the code last, whatever an address asks for', () => {
  const names = [
    'options',
    'statement_timeout',
    'lock_timeout',
    'idle_in_transaction_session_timeout',
    'query_timeout',
    'client_encoding',
    'replication',
    'binary',
    'sslmode',
    'application_name',
  ]
  const value = fc.constantFrom('0', '1', 'true', 'database', '-c timezone=Asia/Tokyo', 'a b&c=d#é')
  const given = fc.dictionary(fc.constantFrom(...names.filter((name) => name !== 'sslmode')), value)
  fc.assert(
    fc.property(given, (parameters) => {
      const address = `${PLAIN}?${new URLSearchParams(parameters)}`
      const { sent, inside } = started(address, { statement_timeout: 5 })
      const options = '-c timezone=UTC -c datestyle=ISO -c statement_timeout=5'
      expect(sent.options).toBe(
        parameters.options === undefined ? options : `${parameters.options} ${options}`.trim(),
      )
      for (const name of ['statement_timeout', 'lock_timeout', 'replication'])
        expect(sent[name]).toBeUndefined()
      for (const name of ['query_timeout', 'client_encoding', 'binary'])
        expect(inside[name]).toBe(started(PLAIN).inside[name])
      expect(inside).toMatchObject({ user: 'avis', host: 'db.example', port: 5433, database: 'avis' })
      expect(Object.getOwnPropertyDescriptor(inside, 'password')?.value).toBe('s cret')
    }),
  )
})

it('keeps what is of the connection alone, and writes spaces as libpq reads them', () => {
  const { inside } = started(`${PLAIN}?sslmode=disable&application_name=a%20b&unknown=1`)
  expect(inside).toMatchObject({ ssl: false, application_name: 'a b' })
  expect(addressForTools(`${PLAIN}?options=-c%20timezone%3DUTC&statement_timeout=5&connection_limit=3`)).toBe(
    `${PLAIN}?options=-c%20timezone%3DUTC`,
  )
})

it('escapes what stands between settings', () => {
  expect(started(PLAIN, { 'avis.place': 'a b\\c' }).sent.options).toContain('-c avis.place=a\\ b\\\\c')
})
