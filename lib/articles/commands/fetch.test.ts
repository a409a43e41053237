import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../rules/address'
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
/** The machine's own addresses, which the tests' pages are on, count as public; nothing else private does. */
const here = (address: string) => address === '127.0.0.1' || isPublicAddress(address)
const code = async (address: string, allowed?: (address: string) => boolean) => {
  const fetched = await fetchPage(address, allowed)
  return fetched.ok ? 'ok' : fetched.problem.code
}

describe('which addresses are public', () => {
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  it.each([
    '127.0.0.1',
    '127.1.2.3',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('fetching a page', () => {
  it('reads it, follows redirects and its charset', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/old') return response.writeHead(301, { location: '/new' }).end()
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
      return response.end(Buffer.from('<p>Un \xe9t\xe9</p>', 'latin1'))
    })
    const fetched = await fetchPage(`${origin}/old`, here)
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

  it('does not wait for a server that never ends its answer', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('<p>…')
    })
    const fetched = await fetchPage(origin, here, 200)
    expect(fetched.ok ? 'ok' : fetched.problem.code).toBe('page_too_slow')
  })
})
