import path from 'node:path'
import { expect, it } from 'vitest'
import { verifyBundle } from './verify'

it('a bundle written before `avis-export/2` is still recounted and equal', async () => {
  // Its columns are q1, not v1_q1; its times have no seconds, and its results have milliseconds.
  const file = path.join(import.meta.dirname, '..', 'fixtures', 'bundle-1.zip')
  expect(await verifyBundle(file)).toEqual([])
})
