/** Sums a processor profile of V8 by what the time was for. */

/** A function on a stack, as V8's profiles name it. */
type Frame = { functionName: string; url: string }
export type ProfileNode = { id: number; callFrame: Frame; children?: number[] }
export type Profile = { nodes: ProfileNode[]; samples: number[]; timeDeltas: number[] }

export const BUCKETS = ['http', 'own code', 'hashing', 'driver', 'GC', 'other'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Assigns a function to a bucket by its file. Node's own files come last: their time belongs to their caller, if that is known. */
const PACKAGES: [RegExp, Bucket][] = [
  [/\/node_modules\/(?:@hono|hono)\//, 'http'],
  [/\/node_modules\/(?:pg|pg-[\w-]+|postgres-[\w-]+|@prisma|\.prisma)\/|\/generated\/|^wasm:/, 'driver'],
  [/\/node_modules\//, 'other'],
]
const OWN = /\/(?:server|worker|jobs)\.mjs$|\.avis\/builds\//
const CRYPTO = /^node:(?:internal\/)?crypto/
const HTTP =
  /^node:(?:_http|internal\/http|net$|internal\/net|internal\/stream|stream|internal\/timers|_stream)/

/** Returns the bucket that a frame names by itself; undefined where it depends on who calls it. */
function nameOf({ functionName, url }: Frame): Bucket | 'idle' | undefined {
  if (functionName === '(idle)') return 'idle'
  if (functionName === '(garbage collector)') return 'GC'
  if (functionName === '(program)' || functionName === '(root)') return 'other'
  if (CRYPTO.test(url)) return 'hashing'
  const found = PACKAGES.find(([pattern]) => pattern.test(url))
  if (found) return found[1]
  return OWN.test(url) ? 'own code' : undefined
}

/**
 * Returns the bucket of each node by id. Code of Node itself and native functions belong to the package that calls
 * them; with no such caller, sockets and HTTP are `http`.
 */
export function bucketsOf({ nodes }: Pick<Profile, 'nodes'>): Map<number, Bucket | 'idle'> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found = new Map<number, Bucket | 'idle'>()
  const visit = (node: ProfileNode, caller: Bucket | 'idle') => {
    const own = nameOf(node.callFrame)
    const bucket = own ?? (caller === 'other' && HTTP.test(node.callFrame.url) ? 'http' : caller)
    found.set(node.id, bucket)
    for (const id of node.children ?? []) {
      const child = byId.get(id)
      if (child) visit(child, bucket)
    }
  }
  if (nodes[0]) visit(nodes[0], 'other')
  return found
}

/** Returns the microseconds of each bucket; idle time is in none. */
export function timeByBucket(profile: Profile): Record<Bucket, number> {
  const buckets = bucketsOf(profile)
  const sums = Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) as Record<Bucket, number>
  profile.samples.forEach((id, at) => {
    const bucket = buckets.get(id) ?? 'other'
    if (bucket !== 'idle') sums[bucket] += Math.max(0, profile.timeDeltas[at] ?? 0)
  })
  return sums
}

export type AllocationNode = { selfSize: number; children: AllocationNode[] }

/** Returns the bytes of a sampled allocation profile. */
export const allocatedBytes = ({ selfSize, children }: AllocationNode): number =>
  children.reduce((sum, child) => sum + allocatedBytes(child), selfSize)
