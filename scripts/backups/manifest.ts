import { z } from 'zod'

const count = z.int().nonnegative()
const table = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: count,
  /** SHA-256 of the rows as COPY writes them in one style (copy-settings.ts), in the order of the primary key. */
  sha256: z.string().length(64),
})
const sequence = z.strictObject({ name: z.string(), last: z.string(), called: z.boolean() })

/** The schema of a backup's manifest, which lists its content. A restore does not trust it: it counts, and compares. */
export const manifest = z.strictObject({
  /** The first format hashed what COPY wrote in the session of its server (legacy-format.ts). */
  format: z.enum(['avis-backup-1', 'avis-backup-2']),
  at: z.iso.datetime(),
  /** The version of PostgreSQL that was backed up. */
  server: z.string(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(table).min(1),
  sequences: z.array(sequence),
})

/** The manifest of a backup. */
export type Manifest = z.infer<typeof manifest>
/** The entry of one table in a manifest. */
export type TableManifest = z.infer<typeof table>
