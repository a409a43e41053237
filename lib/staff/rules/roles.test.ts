import { expect, it } from 'vitest'
import { allows, ROLES } from './roles'

it('lets each role do what the narrower ones do, and not more', () => {
  expect(ROLES.map((held) => ROLES.filter((asked) => allows(held, asked)))).toEqual([
    ['moderator'],
    ['moderator', 'editor'],
    ['moderator', 'editor', 'admin'],
  ])
})
