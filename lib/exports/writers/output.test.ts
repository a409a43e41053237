import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { temporaryFolder } from '@/scripts/testing/folder'
import { openFile } from './output'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
/** A disk without room. */
const FULL = '/dev/full'

it('the bytes of a piece may be changed once the next is taken', async () => {
  const file = path.join(folder, 'pieces')
  const output = await openFile(file)
  const buffers = [Buffer.alloc(1_000_000), Buffer.alloc(1_000_000)]
  const letters = 'abcdefghijkl'
  for (const [index, letter] of [...letters].entries()) {
    const buffer = buffers[index % 2] as Buffer
    buffer.fill(letter)
    await output.write(buffer)
  }
  const { bytes } = await output.end()
  const written = readFileSync(file, 'latin1')
  expect(bytes).toBe(written.length)
  expect(written === [...letters].map((letter) => letter.repeat(1_000_000)).join('')).toBe(true)
})

it.skipIf(!existsSync(FULL))('a disk without room is told to the one who writes next, or ends', async () => {
  const output = await openFile(FULL)
  await output.write('a')
  await expect(output.write('b')).rejects.toMatchObject({ code: 'ENOSPC' })
  await output.close()
  const short = await openFile(FULL)
  await short.write('a')
  await expect(short.end()).rejects.toMatchObject({ code: 'ENOSPC' })
  await short.close()
})
