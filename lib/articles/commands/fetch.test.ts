import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../rules/addresses/public-address'
import { fetchPage } from './fetch'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
/** Treats this machine's own addresses, which serve the tests' pages, as public; no other private one. */
const here = (address: string) => address === '127.0.0.1' || isPublicAddress(address)
/** Returns the ports of every server of these tests: the system assigns them. */
const portOf = (address: string) => (URL.canParse(address) ? [80, 443, Number(new URL(address).port)] : [80])
const code = async (address: string, allowed?: (address: string) => boolean, ports = portOf(address)) => {
  const fetched = await fetchPage(address, { ...(allowed && { allowed }), ports, origins: [] })
  return fetched.ok ? 'ok' : fetched.problem.code
}

describe('fetching a page', () => {
  it('reads it, follows redirects and its charset', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/old') return response.writeHead(301, { location: '/new' }).end()
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
      return response.end(Buffer.from('<p>Un \xe9t\xe9</p>', 'latin1'))
    })
    const fetched = await fetchPage(`${origin}/old`, { allowed: here, ports: portOf(origin), origins: [] })
    expect(fetched).toEqual({
      ok: true,
      value: { url: `${origin}/new`, type: 'text/html; charset=iso-8859-1', body: '<p>Un été</p>' },
    })
  })

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0/',
  ])('refuses %s', async (address) => {
    expect(await code(address)).toBe('address_not_public')
  })

  it.each([
    'file:///etc/passwd',
    'ftp://a.example/',
    'javascript:alert(1)',
    'pas une adresse',
    '',
    'http://user:pw@a.example/',
  ])('does not take %j for the address of a page', async (address) => {
    expect(await code(address)).toBe('address_not_valid')
  })

  it('refuses a redirect to a private network', async () => {
    for (const location of ['http://10.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/']) {
      const origin = await serve((_, response) => response.writeHead(302, { location }).end())
      expect(await code(origin, here)).toBe('address_not_public')
    }
    const origin = await serve((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    )
    expect(await code(origin, here)).toBe('address_not_valid')
  })

  it('reads ordinary ports alone, of redirects too, unless others are allowed', async () => {
    const other = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('x'),
    )
    const origin = await serve((_, response) => response.writeHead(302, { location: other }).end())
    expect(await code(origin, here, [80, 443])).toBe('port_not_allowed')
    expect(await code(origin, here, portOf(origin))).toBe('port_not_allowed')
    expect(await code(origin, here, [...portOf(origin), ...portOf(other)])).toBe('ok')
    expect(await code('http://public.example:22/', () => true, [80, 443])).toBe('port_not_allowed')
  })

  it('reads the newsroom’s own sites wherever they are, and no other origin by a redirect from them', async () => {
    const other = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end())
    const own = await serve(({ url = '' }, response) => {
      if (url === '/out') return response.writeHead(302, { location: other }).end()
      if (url === '/in') return response.writeHead(302, { location: '/' }).end()
      return response.writeHead(200, { 'content-type': 'text/html' }).end('x')
    })
    const codeAt = async (address: string, origins: string[]) => {
      const fetched = await fetchPage(address, { ports: [80, 443], origins })
      return fetched.ok ? 'ok' : fetched.problem.code
    }
    const named = own.replace('127.0.0.1', 'localhost')
    expect(await codeAt(`${own}/in`, [own])).toBe('ok')
    expect(await codeAt(named, [named])).toBe('ok')
    expect(await codeAt(`${own}/out`, [own])).toBe('address_not_public')
    expect(await codeAt(named, [own])).toBe('port_not_allowed')
    expect(await codeAt(own, ['http://127.0.0.1'])).toBe('address_not_public')
    expect(await codeAt(own.replace('//', '//user:pw@'), [own])).toBe('address_not_valid')
  })

  it('looks at the address that is connected to, whatever the lookup said', async () => {
    const origin = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('x'),
    )
    let asked = 0
    // The address is allowed when it is read, but no longer when it is connected to.
    expect(await code(origin, () => asked++ === 0)).toBe('address_not_public')
    expect(asked).toBe(2)
  })

  it('gives up on redirects without end', async () => {
    const origin = await serve((_, response) => response.writeHead(302, { location: '/' }).end())
    expect(await code(origin, here)).toBe('page_not_found')
  })

  it('says what is wrong with a page that is missing, too large or no text', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/missing') return response.writeHead(404).end()
      if (request.url === '/picture') return response.writeHead(200, { 'content-type': 'image/png' }).end('x')
      response.writeHead(200, { 'content-type': 'text/html' })
      return response.end(Buffer.alloc(5 * 1024 * 1024 + 1, 'a'))
    })
    expect(await code(`${origin}/missing`, here)).toBe('page_not_found')
    expect(await code(`${origin}/picture`, here)).toBe('page_not_text')
    expect(await code(`${origin}/large`, here)).toBe('page_too_large')
    expect(await code('http://127.0.0.1:1/', here)).toBe('page_not_found')
  })

  it('says what is known of a page that is refused, and for how long the site asks to wait', async () => {
    const wall = '<h1>journal.example</h1><p>Verifying you are human. This may take a few seconds.</p>'
    const origin = await serve(({ url = '' }, response) => {
      const [, status, sort, wait] = url.split('/')
      const headers = {
        'content-type': sort === 'packed' ? 'image/png' : 'text/html',
        ...(sort === 'challenge' && { 'cf-mitigated': 'challenge' }),
        ...(wait && { 'retry-after': decodeURIComponent(wait) }),
      }
      response.writeHead(Number(status), headers).end(sort === 'wall' ? wall : '<p>Non</p>')
    })
    const problemOf = async (path: string) => {
      const fetched = await fetchPage(origin + path, { allowed: here, ports: portOf(origin), origins: [] })
      return fetched.ok ? undefined : fetched.problem
    }
    for (const [path, code] of [
      ['/403/wall', 'page_robot_wall'],
      ['/429/wall', 'page_robot_wall'],
      ['/503/wall', 'page_robot_wall'],
      ['/403/challenge', 'page_robot_wall'],
      ['/401/plain', 'page_refused'],
      ['/403/plain', 'page_refused'],
      ['/403/packed', 'page_refused'],
      ['/429/plain', 'page_refused'],
      ['/500/plain', 'page_unavailable'],
      ['/503/plain', 'page_unavailable'],
      ['/404/wall', 'page_not_found'],
      ['/410/plain', 'page_gone'],
      ['/404/plain/60', 'page_not_found'],
      ['/503/plain/jamais', 'page_unavailable'],
    ])
      expect([path, await problemOf(path ?? '')]).toEqual([path, { code }])
    const tomorrow = encodeURIComponent(new Date(Date.now() + 40 * 3600_000).toUTCString())
    expect(await problemOf('/503/plain/60')).toEqual({
      code: 'page_unavailable',
      again: { afterSeconds: 60 },
    })
    expect(await problemOf(`/429/wall/${tomorrow}`)).toEqual({
      code: 'page_robot_wall',
      again: { afterSeconds: 24 * 3600 },
    })
  })

  it('does not wait for a server that never ends its answer', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('<p>…')
    })
    const fetched = await fetchPage(origin, {
      allowed: here,
      ports: portOf(origin),
      origins: [],
      timeout: 200,
    })
    expect(fetched.ok ? 'ok' : fetched.problem.code).toBe('page_too_slow')
  })
})
