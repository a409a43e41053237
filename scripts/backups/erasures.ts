import { readFile } from 'node:fs/promises'
import { type Erasure, erasure, erasuresFile } from '../../lib/erasures'

/**
 * Everything on the list of this installation, where nothing erased is no list; or of `file`, which has to be there.
 * The last line of a write that was cut off is left out.
 */
export async function readErasures(file?: string): Promise<Erasure[]> {
  const text = await readFile(file ?? erasuresFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !file) return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    if (!line) return []
    try {
      return [erasure.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })
}
