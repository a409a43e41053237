import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { forgetOnce } from '../runtime/per-process'
import { closeDb, db, wrongSession } from './client'

/** Starts a pooler that ignores the options of a connection: it renames them to a setting that does not exist. */
async function deafPooler(target: URL) {
  const server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port) })
    for (const end of [near, far]) end.on('error', () => undefined)
    near.on('data', (chunk: Buffer) => {
      const at = chunk.indexOf('options\0')
      if (at >= 0) chunk.write('o.tions', at)
      far.write(chunk)
    })
    far.pipe(near)
    near.on('close', () => far.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

const before = process.env.DATABASE_URL ?? ''

/** Points the pools of this process to `address`, with new connections. */
async function leadTo(address: string) {
  await closeDb()
  for (const name of ['env', 'db', 'vote-adapter']) forgetOnce(name)
  process.env.DATABASE_URL = address
}

beforeAll(async () => {
  const name = new URL(before).pathname.slice(1)
  await db().$executeRawUnsafe(`ALTER DATABASE "${name}" SET timezone TO 'Europe/Paris'`)
  await db().$executeRawUnsafe(`ALTER DATABASE "${name}" SET datestyle TO 'SQL, DMY'`)
})
afterEach(() => leadTo(before))

it('is in UTC wherever the database is, and whatever its address asks for', async () => {
  const address = new URL(before)
  address.searchParams.set('options', '-c timezone=Asia/Tokyo -c datestyle=German')
  await leadTo(address.href)
  expect(await wrongSession()).toBeUndefined()
  const rows = await db().$queryRaw`SELECT '2026-01-02T03:04:05.678Z'::timestamptz AS at`
  expect(rows).toEqual([{ at: new Date('2026-01-02T03:04:05.678Z') }])
})

it('is refused where what stands between drops what was asked for', async () => {
  const address = new URL(before)
  const pooler = await deafPooler(new URL(before))
  address.port = String(pooler.port)
  await leadTo(address.href)
  expect(await wrongSession()).toMatch(/time zone Europe\/Paris, though UTC was asked for/)
  pooler.close()
})
