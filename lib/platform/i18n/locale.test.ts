import { describe, expect, it } from 'vitest'
import { addressedLanguage, inLanguage, LANGUAGE_HEADER, languageOf, preferredLocale } from './locale'

describe('the preferred language', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['fr-CA,en;q=0.9', 'fr'],
    ['de,en;q=0.5', 'en'],
    ['de', 'fr'],
    ['fr;q=0,en', 'en'],
    ['en;q=0.2,fr;q=0.7', 'fr'],
    ['*', 'fr'],
    [';;;q=,,', 'fr'],
  ])('of %j is %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })
})

describe('the language of an answer', () => {
  it.each([
    ['nothing', {}, 'fr'],
    ['the browser', { 'accept-language': 'en-GB' }, 'en'],
    ['the choice', { 'accept-language': 'en', cookie: '_ga=1; avis_langue=fr; x=1' }, 'fr'],
    ['the choice', { cookie: 'avis_langue=en' }, 'en'],
    ['the choice over HTTPS', { cookie: 'avis_langue=fr; __Host-avis_langue=en' }, 'en'],
    ['the address', { [LANGUAGE_HEADER]: 'en', cookie: 'avis_langue=fr', 'accept-language': 'fr' }, 'en'],
    ['the choice', { [LANGUAGE_HEADER]: 'de', cookie: 'avis_langue=en' }, 'en'],
    ['the browser', { cookie: 'avis_langue=de', 'accept-language': 'en' }, 'en'],
    ['the browser', { cookie: 'not_avis_langue=fr; avis_languee=fr', 'accept-language': 'en' }, 'en'],
  ])('is decided by %s: %j', (_, headers: Record<string, string>, locale) => {
    expect(languageOf((name) => headers[name])).toBe(locale)
  })
})

describe('the language of an address', () => {
  const addressed = (address: string, referer?: string) =>
    addressedLanguage({ address, referer, hosts: () => ['avis.example', undefined] })

  it.each(['/?langue=en', '/recu?trouve=a&langue=en', '/recu?langue=en#texte'])(
    'is named by %s',
    (address) => {
      expect(addressed(address, 'https://avis.example/?langue=fr')).toEqual({ locale: 'en' })
    },
  )

  it.each(['/', '/?langue=de', '/?langues=en', '/langue=en', '/?x=langue=en'])(
    'is not named by %s',
    (address) => {
      expect(addressed(address)).toEqual({})
    },
  )

  it('is kept from one page of ours to the next, and from no other site', () => {
    expect(addressed('/charte', 'https://avis.example/?langue=en')).toEqual({ locale: 'en', kept: true })
    expect(addressed('/charte', 'https://journal.example/?langue=en')).toEqual({})
    expect(addressed('/charte', 'https://avis.example/')).toEqual({})
    expect(addressed('/charte', '//?langue=en')).toEqual({})
  })

  it('can be put into an address in the place of another', () => {
    expect(inLanguage('/charte', 'en')).toBe('/charte?langue=en')
    expect(inLanguage('/recu?trouve=a%20b&langue=fr', 'en')).toBe('/recu?trouve=a+b&langue=en')
  })
})
