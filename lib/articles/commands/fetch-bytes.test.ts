import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import zlib from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { PAGE_BYTES } from '../rules/addresses/limits'
import { fetchPage } from './fetch'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** Fetches what a server of this test answers; returns the text, or the problem. */
async function fetched(headers: OutgoingHttpHeaders, body: Buffer, feed = false) {
  const server = createServer((_, response) => response.writeHead(200, headers).end(body))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const page = await fetchPage(`http://127.0.0.1:${port}/`, {
    allowed: (address) => address === '127.0.0.1',
    ports: [port],
    origins: [],
    ...(feed && { feed: {} }),
  })
  return page.ok ? page.value.body : page.problem.code
}

const text =
  '<html><p>Où en est-on, à l’été ? La mairie a promis une œuvre, et les élèves attendent dès août.</p></html>'
const utf8 = Buffer.from(text)
const html = { 'content-type': 'text/html' }

/** Node has this from 22.15 on. */
const { zstdCompressSync } = zlib as { zstdCompressSync?: (given: Buffer) => Buffer }

describe('an answer that is packed', () => {
  const packed: [name: string, bytes: (given: Buffer) => Buffer][] = [
    ['gzip', zlib.gzipSync],
    ['X-GZIP', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['br', zlib.brotliCompressSync],
    ['identity', (given) => given],
    ...(zstdCompressSync ? [['zstd', zstdCompressSync] satisfies [string, (given: Buffer) => Buffer]] : []),
    ['gzip, br', (given) => zlib.brotliCompressSync(zlib.gzipSync(given))],
  ]
  it.each(packed)('as %s is read, asked for or not', async (name, pack) => {
    expect(await fetched({ ...html, 'content-encoding': name }, pack(utf8))).toBe(text)
  })

  it('without a word about it is read', async () => {
    expect(await fetched({ 'content-type': 'application/x-gzip' }, zlib.gzipSync(utf8))).toBe(text)
    expect(await fetched(html, zlib.gzipSync(utf8))).toBe(text)
  })

  it.each(packed.filter(([name]) => name !== 'identity'))(
    'as %s may be no larger than a page',
    async (name, pack) => {
      const bomb = pack(Buffer.alloc(3 * PAGE_BYTES, 'a'))
      expect(bomb.length).toBeLessThan(1024 * 1024)
      expect(await fetched({ ...html, 'content-encoding': name }, bomb)).toBe('page_too_large')
    },
  )

  it('may be no larger when it is a file within the answer', async () => {
    expect(await fetched(html, zlib.gzipSync(Buffer.alloc(3 * PAGE_BYTES, 'a')))).toBe('page_too_large')
  })

  it('in an unknown way, or three times, is no text; damaged, it cannot be read', async () => {
    expect(await fetched({ ...html, 'content-encoding': 'klingon' }, utf8)).toBe('page_not_text')
    expect(await fetched({ ...html, 'content-encoding': 'gzip,gzip,gzip' }, utf8)).toBe('page_not_text')
    expect(await fetched({ ...html, 'content-encoding': 'gzip' }, utf8)).toBe('page_not_found')
  })
})

describe('an answer’s type', () => {
  it.each(['Text/HTML; Charset="UTF-8"', 'application/octet-stream', 'APPLICATION/XHTML+XML', ''])(
    '%j is read',
    async (type) => {
      expect(await fetched(type ? { 'content-type': type } : {}, utf8)).toBe(text)
    },
  )

  it('of JSON is a feed’s, not an article’s', async () => {
    const json = { 'content-type': 'application/feed+json' }
    expect(await fetched(json, Buffer.from('{"a":"é"}'), true)).toBe('{"a":"é"}')
    expect(await fetched(json, Buffer.from('{"a":"é"}'))).toBe('page_not_text')
  })

  it('that says nothing is not read where the content is no text', async () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
    expect(await fetched({ 'content-type': 'application/octet-stream' }, png)).toBe('page_not_text')
  })
})

describe('an answer’s encoding', () => {
  const latin = Buffer.from(
    "<p>L'été dernier, le maire a promis un préau à l'école : où en est-on ?</p>",
    'latin1',
  )
  const windows = Buffer.from(
    '<p>L\x92\xe9t\xe9 dernier, le maire a promis une \x9cuvre \xe0 30 \x80.</p>',
    'latin1',
  )

  it('is found where nothing declares it', async () => {
    expect(await fetched(html, latin)).toContain("L'été dernier, le maire a promis un préau à l'école")
    expect(await fetched(html, windows)).toContain('L’été dernier, le maire a promis une œuvre à 30 €.')
    expect(await fetched(html, Buffer.from(text, 'utf16le'))).toBe(text)
    expect(await fetched(html, utf8)).toBe(text)
  })

  it('is the declared one in a page and in a feed', async () => {
    const meta = Buffer.concat([Buffer.from('<meta charset=iso-8859-15>'), Buffer.from([0xa4, 0xbd])])
    expect(await fetched(html, meta)).toBe('<meta charset=iso-8859-15>€œ')
    const declaration = '<?xml version="1.0" encoding="windows-1252"?>'
    const feed = Buffer.concat([Buffer.from(declaration), Buffer.from([0x92])])
    expect(await fetched({ 'content-type': 'application/rss+xml' }, feed, true)).toBe(`${declaration}’`)
    expect(
      await fetched({ 'content-type': 'text/xml;charset=utf-8' }, Buffer.from(`${declaration}é`), true),
    ).toBe(`${declaration}é`)
  })
})
