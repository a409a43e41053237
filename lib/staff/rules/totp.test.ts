import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { newTotpSecret, periodOfCode, spelled, totpUri } from './totp'

const NOW = new Date('2026-11-23T18:00:10Z')
const secret = newTotpSecret()
const codeAt = (seconds: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW.getTime() + seconds * 1000 })

describe('a code', () => {
  it('counts in its own period and the one before and after, and says which', () => {
    const period = Math.floor(NOW.getTime() / 30_000)
    expect(periodOfCode(secret, codeAt(0), NOW)).toBe(period)
    expect(periodOfCode(secret, codeAt(-30), NOW)).toBe(period - 1)
    expect(periodOfCode(secret, codeAt(30), NOW)).toBe(period + 1)
    expect(periodOfCode(secret, codeAt(-90), NOW)).toBeUndefined()
  })

  it('may be typed as the app shows it', () => {
    const code = codeAt(0)
    expect(periodOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, NOW)).toBeDefined()
  })

  it.each(['', '12345', '1234567', 'abcdef', '０１２３４５'])('is never %j', (code) => {
    expect(periodOfCode(secret, code, NOW)).toBeUndefined()
  })
})

describe('a secret', () => {
  it('has 160 bits and is spelled in fours', () => {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(spelled(secret)).toMatch(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  })

  it('goes into an app by its address', () => {
    const uri = totpUri(secret, 'claire@journal.example', 'Avis')
    expect(uri).toMatch(/^otpauth:\/\/totp\/Avis:claire%40journal\.example\?/)
    expect(uri).toContain(`secret=${secret}`)
  })
})
