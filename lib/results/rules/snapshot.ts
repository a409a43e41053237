import { createHash } from 'node:crypto'
import type { FrozenContext, Results } from '../schema'

/**
 * Returns the last part of a cited result's address: its sequence, and the version of the questions from the second on.
 */
export const snapshotName = ({ seq, version }: Pick<Results, 'seq' | 'version'>) =>
  version === 1 ? String(seq) : `${seq}-v${version}`

/** Parses what `snapshotName` returned; undefined for anything else. */
export function readSnapshotName(name: string): { seq: number; version: number } | undefined {
  const [, seq, version] = /^([1-9]\d{0,14})(?:-v([1-9]\d{0,5}))?$/.exec(name) ?? []
  if (!seq || version === '1') return undefined
  return { seq: Number(seq), version: Number(version ?? 1) }
}

/** Returns whether results, or the context of cited ones, still match their hash. */
export function isIntact({ hash, ...body }: Results | FrozenContext): boolean {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex') === hash
}
