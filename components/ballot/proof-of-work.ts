import type { Challenge, Solution } from 'altcha-lib'

type Told = { tries: number } | { solution: Solution | null }

/**
 * Does the work of `challenge` in a worker, so that the page stays responsive. Calls `onProgress` with the fraction
 * done of the maximum, from 0 to 1. Undefined where a browser cannot: without HTTPS, or without workers.
 */
export function solveProofOfWork(
  challenge: Challenge,
  onProgress: (done: number) => void,
): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle || typeof Worker === 'undefined') return Promise.resolve(undefined)
  const most = Number(challenge.parameters.data?.most)
  const worker = new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<string | undefined>((resolve) => {
    worker.addEventListener('error', () => resolve(undefined))
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if ('tries' in data) onProgress(data.tries / most)
      else resolve(data.solution ? btoa(JSON.stringify({ challenge, solution: data.solution })) : undefined)
    })
    worker.postMessage(challenge)
  }).finally(() => worker.terminate())
}
