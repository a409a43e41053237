import { describe, expect, it } from 'vitest'
import { languageInAddress } from './language-in-address'

process.env.DATABASE_URL ??= 'postgresql://localhost/avis'
process.env.AVIS_SECRET ??= 'a secret that only tests know, long enough'

const read = (address: string, headers: Record<string, string> = {}, method = 'GET') => {
  const given: Record<string, string> = {
    host: 'avis.example',
    accept: 'text/html',
    referer: 'https://avis.example/?langue=en',
    ...headers,
  }
  return languageInAddress({ method, address, header: (name) => given[name] })
}

describe('a page asked for from one whose address names a language', () => {
  it('goes on under an address that names it too', () => {
    expect(read('/charte')).toEqual({ locale: 'en', to: '/charte?langue=en' })
    expect(read('/recu?trouve=a', { accept: '*/*', rsc: '1' }).to).toBe('/recu?trouve=a&langue=en')
    expect(read('/charte', {}, 'HEAD').to).toBe('/charte?langue=en')
  })

  it('stays where it is when its own address names one', () => {
    expect(read('/charte?langue=fr')).toEqual({ locale: 'fr', to: undefined })
  })

  it.each([
    ['a form', '/recu', {}, 'POST'],
    ['the API', '/api/v1/surveys', {}, 'GET'],
    ['a file', '/_next/static/a.js', {}, 'GET'],
    ['a picture', '/consultations/a/opengraph-image', { accept: 'image/png' }, 'GET'],
    ['an address that leads elsewhere', '//elsewhere.example/', {}, 'GET'],
  ])('is not %s, which is only answered in it', (_, address, headers, method) => {
    expect(read(address, headers, method)).toEqual({ locale: 'en', to: undefined })
  })

  it('is none of another site', () => {
    expect(read('/charte', { referer: 'https://elsewhere.example/?langue=en' })).toEqual({
      locale: undefined,
      to: undefined,
    })
  })
})
