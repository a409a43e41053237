import type { Outcome } from '../../platform/http/problem-codes'
import { workers } from '../../platform/runtime/worker-pool'
import type { Tasks } from './parser'

type Name = keyof Tasks
type Given<N extends Name> = Parameters<Tasks[N]>[0]
type Answer<N extends Name> = Awaited<ReturnType<Tasks[N]>>

/**
 * Runs a task of the parser in a worker thread, within its limits of time and memory. Refusals: `parse_too_slow`,
 * `parse_too_large`, `parse_failed`, `busy` (lib/platform/runtime/worker-pool.ts).
 */
export const parse = <N extends Name>(name: N, given: Given<N>, ms?: number): Promise<Outcome<Answer<N>>> =>
  workers().run<Answer<N>>(name, given, ms)
