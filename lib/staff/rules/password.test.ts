import { describe, expect, it } from 'vitest'
import { LONGEST, passwordFault } from './password'

const EMAIL = 'claire.dupont@journal.example'

describe('a password', () => {
  it.each(['quatre mots sans rapport', 'correct-cheval-pile', 'Été à Sète, 1998', '🦊🦊🐝🐝 deux abeilles'])(
    'may be %s',
    (password) => expect(passwordFault(password, EMAIL)).toBeUndefined(),
  )

  it.each([
    ['', 'password_short'],
    ['onze signes', 'password_short'],
    // The limit is twelve characters, not twelve bytes.
    ['ééééé', 'password_short'],
    ['x'.repeat(LONGEST + 1), 'password_long'],
    ['Mot De Passe 2026', 'password_common'],
    ['motdepasse123', 'password_common'],
    ['AZERTYUIOP123', 'password_common'],
    ['aaaaaaaaaaaa', 'password_common'],
    ['121212121212', 'password_common'],
    ['123456789012', 'password_common'],
    ['987654321098', 'password_common'],
    ['claire.dupont@journal.example', 'password_is_email'],
    ['Claire.Dupont', 'password_is_email'],
  ])('may not be %s: %s', (password, fault) => {
    expect(passwordFault(password, EMAIL)).toBe(fault)
  })
})
