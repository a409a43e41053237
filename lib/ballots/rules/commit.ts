/** A survey's counts after a commit: only those that the commit moved. */
export type Commit = { seq: number; at: Date; chain: Uint8Array; counts: [cell: string, count: number][] }
