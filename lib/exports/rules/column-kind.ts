import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import type { Column } from './table'

/** Returns in words what the cells of a column are, in `language`. */
export const kindWords = ({ name, kind }: Pick<Column, 'name' | 'kind'>, language: Locale): string =>
  translator(
    language,
    'codebook',
  )(`kinds.${name === 'row' ? 'row' : name.endsWith('_order') ? 'order' : kind}`)
