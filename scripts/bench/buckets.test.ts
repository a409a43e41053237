import { expect, test } from 'vitest'
import { allocatedBytes, bucketsOf, type ProfileNode, timeByBucket } from './buckets'

const node = (id: number, functionName: string, url = '', children: number[] = []): ProfileNode => ({
  id,
  callFrame: { functionName, url },
  children,
})
const PG = 'file:///app/node_modules/pg/lib/client.js'
const OWN = 'file:///app/.avis/builds/0123-node20/server.mjs'

const nodes = [
  node(1, '(root)', '', [2, 3, 4, 5, 13]),
  node(2, '(idle)'),
  node(3, '(garbage collector)'),
  node(4, '(program)'),
  node(5, 'onStreamRead', 'node:internal/stream_base_commons', [6]),
  node(6, 'parserOnMessageComplete', 'node:_http_common', [7]),
  node(7, 'castBallot', OWN, [8, 10, 12]),
  node(8, 'createHmac', 'node:crypto', [9]),
  node(9, 'digest'),
  node(10, 'query', PG, [11]),
  node(11, 'writeGeneric', 'node:internal/stream_base_commons'),
  node(12, 'parse', 'file:///app/node_modules/zod/v4/core/parse.js'),
  node(13, 'processTicksAndRejections', 'node:internal/process/task_queues', [14]),
  node(14, 'performWork', 'file:///app/node_modules/@prisma/client/runtime/client.mjs'),
]

test('a function counts for its package, and one of Node or native for the package that calls it', () => {
  expect(Object.fromEntries(bucketsOf({ nodes }))).toEqual({
    1: 'other',
    2: 'idle',
    3: 'GC',
    4: 'other',
    5: 'http',
    6: 'http',
    7: 'own code',
    8: 'hashing',
    9: 'hashing',
    10: 'driver',
    11: 'driver',
    12: 'other',
    13: 'other',
    14: 'driver',
  })
})

test('time is summed by bucket without what was idle, and never below nothing', () => {
  const times = timeByBucket({
    nodes,
    samples: [2, 7, 8, 9, 11, 3, 6, 7],
    timeDeltas: [900, 5, 2, 3, 7, 1, 4, -5],
  })
  expect(times).toEqual({ http: 4, 'own code': 5, hashing: 5, driver: 7, GC: 1, other: 0 })
})

test('allocated bytes are those of the whole tree', () => {
  const leaf = { selfSize: 5, children: [] }
  expect(allocatedBytes({ selfSize: 1, children: [leaf, { selfSize: 2, children: [leaf] }] })).toBe(13)
})
