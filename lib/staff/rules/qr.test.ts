import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrOf } from './qr'

it('is dark exactly where the code is, within a quiet zone of four', () => {
  const uri = 'otpauth://totp/Avis:a%40b.example?secret=JBSWY3DPEHPK3PXP&issuer=Avis'
  const { data } = encode(uri, { border: 4 })
  const { size, path } = qrOf(uri)
  const dark = new Set(path.match(/M\d+ \d+/g))
  expect(size).toBe(data.length)
  for (const [y, row] of data.entries())
    for (const [x, is] of row.entries()) expect(dark.has(`M${x} ${y}`)).toBe(is)
  expect(
    [...dark].every((at) => at.match(/\d+/g)?.every((n) => Number(n) >= 4 && Number(n) < size - 4)),
  ).toBe(true)
})
