import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLACEHOLDER_HEADER } from '../../platform/http/page-placeholder'
import * as readers from '../../readers/cookies'
import { TYPED_COOKIE } from '../../staff/cookies'
import { cacheableSlug, ownHost } from '../page-cache'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'
const copied = (headers: Record<string, string> = {}, url = '/consultations/tramway', method = 'GET') =>
  cacheableSlug({
    method,
    url,
    headers: { host: 'avis', 'user-agent': FIREFOX, ...headers },
  } as unknown as IncomingMessage)

describe('the host that a copy is made for', () => {
  const socket = { localAddress: '::ffff:192.0.2.7', localPort: 3000 }

  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', '192.0.2.7:3000'])(
    'is plainly this server’s: %s',
    (host) => {
      expect(ownHost(host, socket, undefined)).toBe(host)
      expect(ownHost(host, socket, 'https://avis.example')).toBe('avis.example')
    },
  )

  it('has no port where that is the usual one, and brackets where it is of IPv6', () => {
    expect(ownHost('localhost', { localAddress: '127.0.0.1', localPort: 80 }, undefined)).toBe('localhost')
    const six = { localAddress: '2001:db8::7', localPort: 3000 }
    expect(ownHost('[2001:db8::7]:3000', six, undefined)).toBe('[2001:db8::7]:3000')
  })

  it('is the site’s own name', () => {
    expect(ownHost('avis.example', socket, 'https://avis.example')).toBe('avis.example')
    expect(ownHost('avis.example:8443', socket, 'https://avis.example:8443')).toBe('avis.example:8443')
  })

  it('is no other, however it is written', () => {
    const own = ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', '192.0.2.7:3000']
    const odd = fc.oneof(
      fc.string(),
      fc.domain(),
      fc
        .tuple(fc.constantFrom(...own, 'avis.example'), fc.constantFrom('.', ':', '/', '@', ':3000', '#x'))
        .map((parts) => parts.join('')),
      fc.constantFrom(
        '',
        'localhost',
        'LOCALHOST:3000',
        'localhost:03000',
        'localhost:80',
        'avis.example',
        '192.0.2.8:3000',
      ),
    )
    fc.assert(
      fc.property(odd, (host) => {
        fc.pre(!own.includes(host))
        expect(ownHost(host, socket, undefined)).toBeUndefined()
        if (host !== 'avis.example') expect(ownHost(host, socket, 'https://avis.example')).toBeUndefined()
      }),
    )
  })
})

describe('the copy of a page', () => {
  it.each([
    [{}],
    [{ referer: 'https://journal.example/', 'accept-encoding': 'gzip', accept: 'text/html' }],
    [{ cookie: '_ga=GA1.2.3; consent=avis_reader' }],
    [{ cookie: '_ga=GA1.2.3; avis_langue=en' }],
  ])('is for a reader nobody knows yet: %j', (headers) => {
    expect(copied(headers)).toBe('tramway')
  })

  it.each(['fr', 'en'])('is of the page in a language that its address names: %s', (locale) => {
    expect(copied({}, `/consultations/tramway?langue=${locale}`)).toBe('tramway')
  })

  const ours = Object.entries(readers).flatMap(([name, value]) =>
    name.endsWith('_COOKIE') ? [String(value)] : [],
  )
  it.each([
    ...ours,
    TYPED_COOKIE,
    'avis_staff',
    'avis_langue=en; avis_reader',
    '__Host-avis_staff',
    '__prerender_bypass',
    '__next_preview_data',
  ])('is for nobody who brings the cookie %s', (name) => {
    expect(copied({ cookie: `${name}=x` })).toBeUndefined()
    expect(copied({ cookie: `_ga=1; ${name}=x; consent=1` })).toBeUndefined()
  })

  it('knows the cookies that readers have', () => expect(ours.length).toBeGreaterThan(4))

  it.each(['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-action', PLACEHOLDER_HEADER])(
    'is no answer to a request with the header %s',
    (name) => expect(copied({ [name]: '1' })).toBeUndefined(),
  )

  it.each([
    '/',
    '/consultations/tramway/',
    '/consultations/tramway?brouillon=1',
    '/consultations/tramway?langue=de',
    '/consultations/tramway?langue=en&x=1',
    '/consultations/tramway/resultats',
    '/consultations/Tramway',
    '/consultations/../redaction',
    'http://elsewhere/consultations/tramway',
  ])('is of no other address: %s', (url) => expect(copied({}, url)).toBeUndefined())

  it('is for GET alone, and for who opens the page', () => {
    expect(copied({}, '/consultations/tramway', 'HEAD')).toBeUndefined()
    expect(copied({ 'sec-purpose': 'prefetch;prerender' })).toBeUndefined()
    expect(copied({ 'user-agent': 'Googlebot/2.1' })).toBeUndefined()
    expect(copied({ host: '' })).toBeUndefined()
  })
})
