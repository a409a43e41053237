import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { homeOf, safePath, signInPath } from './paths'

describe('a path to come back to', () => {
  it.each(['/redaction', '/redaction/un-slug?onglet=2', '/administration/compte'])('is %s', (path) => {
    expect(safePath(path)).toBe(path)
  })

  it.each([
    undefined,
    null,
    '',
    'redaction',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    '/api/auth/signout',
    '/connexion',
    '/connexion?vers=/connexion',
  ])('is not %j', (path) => {
    expect(safePath(path)).toBeUndefined()
  })

  it('never leaves this site, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `/${rest}`),
          fc.string().map((rest) => `/\\${rest}`),
        ),
        (path) => {
          const safe = safePath(path)
          if (safe !== undefined) expect(new URL(safe, 'https://avis.example').host).toBe('avis.example')
        },
      ),
    )
  })

  it('is kept by the sign-in page, and nothing else is', () => {
    expect(signInPath('/redaction?a=1')).toBe('/connexion?vers=%2Fredaction%3Fa%3D1')
    expect(signInPath('//evil.example')).toBe('/connexion')
  })

  it('is the desk of one’s role', () => {
    expect(['moderator', 'editor', 'admin'].map((role) => homeOf(role as 'editor'))).toEqual([
      '/moderation',
      '/redaction',
      '/redaction',
    ])
  })
})
