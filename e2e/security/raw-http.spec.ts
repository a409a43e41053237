import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '../fixtures/base-test'
import { HALF_A_BODY, HOST, lines, raw, statuses } from '../fixtures/raw-socket'

test.describe('what a proxy and Avis could read in two ways', () => {
  const smuggled = lines('GET /healthz HTTP/1.1', HOST, '', '')
  const odd: [string, string][] = [
    [
      'a length and pieces',
      lines(
        'POST /api/v1/receipts HTTP/1.1',
        HOST,
        'Content-Length: 4',
        'Transfer-Encoding: chunked',
        '',
        `0\r\n\r\n${smuggled}`,
      ),
    ],
    [
      'two lengths',
      lines(
        'POST /api/v1/receipts HTTP/1.1',
        HOST,
        'Content-Length: 0',
        `Content-Length: ${smuggled.length}`,
        '',
        smuggled,
      ),
    ],
    [
      'two lengths in one line',
      lines('POST /api/v1/receipts HTTP/1.1', HOST, `Content-Length: 0, ${smuggled.length}`, '', smuggled),
    ],
    [
      'a length with a sign',
      lines('POST /api/v1/receipts HTTP/1.1', HOST, 'Content-Length: +0', '', smuggled),
    ],
    [
      'pieces that are not the last coding',
      lines(
        'POST /api/v1/receipts HTTP/1.1',
        HOST,
        'Transfer-Encoding: chunked, identity',
        '',
        `0\r\n\r\n${smuggled}`,
      ),
    ],
    [
      'a space before the colon',
      lines(
        'POST /api/v1/receipts HTTP/1.1',
        HOST,
        'Transfer-Encoding : chunked',
        '',
        `0\r\n\r\n${smuggled}`,
      ),
    ],
    ['lines that end with LF alone', `GET /healthz HTTP/1.1\n${HOST}\n\n${smuggled}`],
    ['a header that ends with LF alone', `GET /healthz HTTP/1.1\r\n${HOST}\r\nX-One: 1\nX-Two: 2\r\n\r\n`],
    [
      'a folded header',
      lines('GET /healthz HTTP/1.1', HOST, 'X-One: 1', ' Transfer-Encoding: chunked', '', ''),
    ],
    ['a NUL in a header', lines('GET /healthz HTTP/1.1', HOST, 'X-One: a\0b', '', '')],
    [
      'a piece whose size is no number',
      lines(
        'POST /api/v1/receipts HTTP/1.1',
        HOST,
        'Transfer-Encoding: chunked',
        '',
        `0x1\r\na\r\n0\r\n\r\n${smuggled}`,
      ),
    ],
    ['no host', lines('GET /healthz HTTP/1.1', '', '')],
  ]
  for (const [what, sent] of odd)
    test(`is refused, and nothing behind it is answered: ${what}`, async () => {
      const { text, ended } = await raw(sent)
      expect([what, statuses(text), ended]).toEqual([what, [400], true])
      expect(text).not.toContain('alive')
    })

  test('requests in a row on one connection are answered one by one', async () => {
    const ping = lines('GET /healthz HTTP/1.1', HOST, '', '')
    const last = lines('GET /healthz HTTP/1.1', HOST, 'Connection: close', '', '')
    const { text } = await raw(ping + ping + last)
    expect(statuses(text)).toEqual([200, 200, 200])
  })
})

test.describe('what is too much', () => {
  const ask = (...headers: string[]) =>
    lines('GET /healthz HTTP/1.1', HOST, ...headers, 'Connection: close', '', '')

  test('headers without end are refused; a few more than usual are not', async () => {
    const many = Array.from({ length: 4_000 }, (_, n) => `X-${n}: y`)
    expect(statuses((await raw(ask(...many))).text)).toEqual([431])
    expect(statuses((await raw(ask(`X-Long: ${'y'.repeat(20_000)}`))).text)).toEqual([431])
    expect(statuses((await raw(ask(...many.slice(0, 60)))).text)).toEqual([200])
    const address = lines(`GET /${'a'.repeat(20_000)} HTTP/1.1`, HOST, '', '')
    expect(statuses((await raw(address)).text)).toEqual([431])
  })

  test('a body that is too long is refused by what it says, and by what it is', async ({ request }) => {
    const head = (length: string) =>
      lines('POST /api/v1/receipts HTTP/1.1', HOST, 'Content-Type: application/json', length, '', '')
    const told = await raw(head('Content-Length: 100000000'), 12_000, 1)
    expect(statuses(told.text)).toEqual([413])
    const piece = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    // One that stays open: a connection that is ended with something unread takes the answer with it.
    const untold = await raw(
      [head('Transfer-Encoding: chunked'), ...Array.from({ length: 40 }, () => piece)],
      12_000,
      1,
    )
    expect(statuses(untold.text)).toEqual([413])
    const page = await request.post('/connexion', {
      data: 'a'.repeat(3_000_000),
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(page.status()).toBeLessThan(500)
    expect((await request.get('/healthz')).status()).toBe(200)
  })

  test('who says little for long is let go, and everybody else is served meanwhile', async ({ request }) => {
    test.setTimeout(90_000)
    const slow = ['GET /healthz HTTP/1.1\r\nHost: a\r\nX-Never-Ends: ', HALF_A_BODY]
    const crowd = Array.from({ length: 60 }, (_, n) => raw(slow[n % 2] ?? '', 45_000))
    await sleep(1_000)
    const begun = Date.now()
    expect((await request.get('/')).status()).toBe(200)
    expect(Date.now() - begun).toBeLessThan(5_000)
    for (const { ended, text } of await Promise.all(crowd))
      expect([ended, statuses(text)]).toEqual([true, [408]])
  })
})
