import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds after which a start is over: what it loaded is loaded, and V8 shrinks the space of young objects. */
const SETTLED_MS = 12_000

/**
 * Collects garbage once, when the start of this process is over. It takes about a tenth of a second. V8 keeps what a
 * start leaves behind until the heap has grown further, and a server at rest never lets it grow.
 */
export function collectStartGarbage(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
  }, SETTLED_MS).unref()
}
