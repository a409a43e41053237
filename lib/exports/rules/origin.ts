import { translator } from '../../platform/i18n/messages'
import type { Origin } from './table'

/** Version of what Avis writes into files: grows when a column changes its name or its meaning. */
export const FILE_VERSION = 'avis-export/2'

/** Returns where the figures of a file come from, in sentences. */
export function sentencesOf({ title, table, at, seq, hash, language }: Origin): string[] {
  const t = translator(language, 'columns')
  return [
    t('origin.survey', { title }),
    t('origin.figures', { at, seq: String(seq) }),
    t('origin.hash', { hash }),
    t('origin.file', { table, format: FILE_VERSION }),
  ]
}

/** Returns the same as names and values, for programs. */
export const propertiesOf = ({ title, table, at, seq, hash }: Origin): Record<string, string> => ({
  title,
  table,
  at,
  sequence: String(seq),
  hash,
  format: FILE_VERSION,
})
