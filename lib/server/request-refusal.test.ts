import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageRefusalOf, refusalOf } from './request-refusal'

const asked = (method: string, url: string, headers: Record<string, string> = {}) =>
  ({ method, url, headers }) as unknown as IncomingMessage
const status = (...given: Parameters<typeof asked>) => refusalOf(asked(...given))?.status

describe('what no route is to look at', () => {
  it('is an address that is not a path of ours, whatever the method', () => {
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE')
    const target = fc.oneof(
      fc.constantFrom(
        '*',
        '',
        'healthz',
        '?x',
        'http://avis.example/',
        'avis.example:443',
        '/%',
        '/%zz',
        '/a%00b',
        '/%ff',
      ),
      fc.webUrl(),
      fc.string().filter((text) => !text.startsWith('/')),
    )
    fc.assert(
      fc.property(method, target, (how, url) => {
        expect(status(how, url)).toBe(400)
      }),
    )
  })

  it.each(['TRACE', 'PROPFIND', 'PURGE', 'CONNECT', 'QUERY'])('is %s', (method) => {
    expect(refusalOf(asked(method, '/'))).toMatchObject({
      status: 405,
      allow: expect.stringContaining('GET'),
    })
  })

  it('is a wish to speak something else, but for HTTP/2, which a client can do without', () => {
    expect(status('GET', '/', { upgrade: 'websocket' })).toBe(400)
    expect(status('GET', '/', { upgrade: 'TLS/1.0' })).toBe(400)
    expect(status('GET', '/', { upgrade: 'h2c' })).toBeUndefined()
  })

  it('is a page that Next keeps for itself', () => {
    for (const url of ['/_global-error', '/_not-found', '/_global-error?x', '/_error'])
      expect(status('GET', url)).toBe(404)
    expect(status('GET', '/_next/static/x.js')).toBeUndefined()
  })

  it('is nothing that a browser asks for', () => {
    for (const url of ['/', '/consultations/tramway?langue=fr', '/caf%C3%A9', '/?a=%', '/a/%2e%2e'])
      for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS'])
        expect(status(method, url)).toBeUndefined()
  })
})

it('a page takes actions, a file none, and neither is asked for parts', () => {
  const page = (method: string, route: string) => pageRefusalOf(asked(method, '/x'), route)?.allow
  expect(page('POST', '/connexion')).toBeUndefined()
  expect(page('PUT', '/connexion')).toBe('GET, HEAD, POST')
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    for (const route of ['other', '/_next/*']) expect(page(method, route)).toBe('GET, HEAD')
  const request = asked('GET', '/embed.js', { range: 'bytes=9-', 'if-match': '"x"', accept: '*/*' })
  expect(pageRefusalOf(request, 'other')).toBeUndefined()
  expect(request.headers).toEqual({ accept: '*/*' })
})
