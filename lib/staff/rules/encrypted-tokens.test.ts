import fc from 'fast-check'
import { decode as theirDecode, encode as theirEncode } from 'next-auth/jwt'
import { expect, it } from 'vitest'
import { decode, encode, pendingTotp, ticket } from './encrypted-tokens'

const bytesOf = (text: string) =>
  text
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString('hex'))
    .join('.')
const secret = 'a secret of thirty-two characters'

it('a seal opens under its own secret and kind, and under no other', async () => {
  const sealed = await ticket.seal({ account: 7, mark: 'm' }, secret)
  expect(await ticket.open(sealed, secret)).toMatchObject({ account: 7 })
  expect(await ticket.open(sealed, `${secret}!`)).toBeUndefined()
  const other = await pendingTotp.seal({ account: 7, totp: 'x' }, secret)
  expect(await ticket.open(other, secret)).toBeUndefined()
  expect(await ticket.open(undefined, secret)).toBeUndefined()
  expect(await decode(await encode({ a: 1 }, secret, 'kind', -60), secret, 'kind')).toBeUndefined()
})

it('whatever a browser sends in its place opens nothing, and throws nothing', async () => {
  const sealed = await ticket.seal({ account: 7, mark: 'm' }, secret)
  const changed = fc
    .tuple(fc.nat(sealed.length - 1), fc.constantFrom('A', '.', '', 'é', '\0'))
    .map(([at, letter]) => sealed.slice(0, at) + letter + sealed.slice(at + 1))
    // The last letter of a part has bits that no byte uses.
    .filter((text) => bytesOf(text) !== bytesOf(sealed))
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, fc.string()), async (text) => {
      expect(await ticket.open(text, secret)).toBeUndefined()
    }),
  )
})

it('what next-auth sealed is read, and next-auth reads what is sealed here', async () => {
  for (const salt of ['', 'avis second factor']) {
    const theirs = await theirEncode({ token: { sid: 'x' }, secret, salt, maxAge: 60 })
    expect(await decode(theirs, secret, salt)).toMatchObject({ sid: 'x' })
    const ours = await encode({ sid: 'y' }, secret, salt, 60)
    expect(await theirDecode({ token: ours, secret, salt })).toMatchObject({ sid: 'y' })
  }
})
