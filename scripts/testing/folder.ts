import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Creates a folder that the account of a root-started PostgreSQL can enter too. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'avis-'))
  chmodSync(folder, 0o755)
  return folder
}
