import type { getTranslations } from 'next-intl/server'
import type { Format } from '@/lib/platform/i18n/dates'
import type { Locale } from '@/lib/platform/i18n/locale'
import type { Drawing, Look } from '@/lib/results/charts/svg'
import type { Share, ShareWords } from '@/lib/results/rules/shares'

/** The words and number formats of the page's language, and the language of a survey's own words. */
export type Words = {
  language: Locale
  t: Awaited<ReturnType<typeof getTranslations<'analysis'>>>
  format: Format
  share: ShareWords
}

/** A table whose cells are formatted text, so that picture and table show the same. */
export type PictureTable = {
  /** The first names the lines. */
  columns: string[]
  rows: string[][]
  /** The language of the lines' names, if these are words of a survey. */
  language?: Locale
  /** The line of totals. */
  foot?: string[]
}

/** Figures as a picture and as a table, with the notes that must accompany them everywhere. */
export type Picture = {
  /** Used in addresses and file names. */
  name: PictureName
  title: string
  base: string
  description: string
  draw: (look: Look) => Drawing
  table: PictureTable
  /** Whether it contains shares: then it states, away from its page, that they are rounded. */
  shares: boolean
}

export const PICTURE_NAMES = [
  'cours',
  'croisement',
  'parcours',
  'provenance',
  'textes',
  'comparaison',
  'comparaison-cours',
] as const
export type PictureName = (typeof PICTURE_NAMES)[number]

/** Formats a count, with its share if there is one. */
export const figure = ({ t, format, share: words }: Words, count: number, share: Share | undefined) =>
  share === undefined
    ? format.number(count)
    : t('figure', { share: share.label(words), count: format.number(count) })
