import { localDay } from '../../../platform/i18n/newsroom-clock'
import { publicationDay } from './publication-day'

/** Returns when an article was published, as `publicationDay`; an instant becomes the newsroom's day. */
export const publicationDate = (text: string): string | undefined => publicationDay(text, localDay)
