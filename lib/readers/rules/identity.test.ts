import { describe, expect, it } from 'vitest'
import { type Grants, grantedReader, grantsCookie, readGrants } from './grants'
import {
  isAttempt,
  newAttempt,
  newReaderId,
  pseudonymOf,
  readerCookie,
  readerIdOfAttempt,
  readReaderCookie,
} from './identity'

const secret = 'a secret of at least thirty-two characters'
const key = (byte: number) => new Uint8Array(32).fill(byte)

describe('a reader', () => {
  it('is recognised by a signed cookie, and by nothing else', () => {
    const id = newReaderId()
    const cookie = readerCookie(id, secret)
    expect(readReaderCookie(cookie, secret)).toBe(id)
    expect(readReaderCookie(cookie, `${secret}!`)).toBeUndefined()
    expect(readReaderCookie(id, secret)).toBeUndefined()
    expect(readReaderCookie(`x${cookie}`, secret)).toBeUndefined()
    expect(readReaderCookie('', secret)).toBeUndefined()
    expect(readReaderCookie(undefined, secret)).toBeUndefined()
  })

  it('has another pseudonym in every survey', () => {
    const id = newReaderId()
    expect(pseudonymOf(key(1), id)).toEqual(pseudonymOf(key(1), id))
    expect(pseudonymOf(key(1), id)).not.toEqual(pseudonymOf(key(2), id))
    expect(pseudonymOf(key(1), id)).not.toEqual(pseudonymOf(key(1), newReaderId()))
  })

  it('is the same when one attempt is made twice', () => {
    expect(readerIdOfAttempt('a', secret)).toBe(readerIdOfAttempt('a', secret))
    expect(readerIdOfAttempt('a', secret)).not.toBe(readerIdOfAttempt('b', secret))
    expect(readerIdOfAttempt('a', secret)).not.toBe(readerIdOfAttempt('a', `${secret}!`))
  })
})

it.each(['', '1', 'order-1234', 'a'.repeat(21), 'a'.repeat(201), 'é'.repeat(30)])(
  '%j is too weak for an attempt',
  (attempt) => {
    expect(isAttempt(attempt)).toBe(false)
    expect(isAttempt(newAttempt())).toBe(true)
  },
)

describe('grants', () => {
  it('add up in one cookie', () => {
    const first = readGrants(grantsCookie([], 7, key(1), secret), secret) ?? []
    const both = readGrants(grantsCookie(first, 8, key(2), secret), secret) ?? []
    expect(grantedReader(both, 7)).toEqual(key(1))
    expect(grantedReader(both, 8)).toEqual(key(2))
    expect(grantedReader(both, 9)).toBeUndefined()
  })

  it('keep the newest when there are too many, whatever the surveys’ numbers', () => {
    let known: Grants = []
    for (let id = 100; id > 55; id--)
      known = readGrants(grantsCookie(known, id, key(id), secret), secret) ?? []
    expect(known).toHaveLength(40)
    expect(grantedReader(known, 56)).toEqual(key(56))
    expect(grantedReader(known, 100)).toBeUndefined()
  })

  it('cannot be made by a reader, nor from a reader cookie', () => {
    const forged = Buffer.from('{"7":"AAAA"}').toString('base64url')
    expect(readGrants(forged, secret)).toBeUndefined()
    expect(readGrants(readerCookie(forged, secret), secret)).toBeUndefined()
  })
})
