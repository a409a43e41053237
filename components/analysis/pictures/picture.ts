import type { getTranslations } from 'next-intl/server'
import type { Format } from '@/lib/platform/i18n/clock-times'
import type { Locale } from '@/lib/platform/i18n/locale'
import type { Drawing, Look } from '@/lib/results/charts/svg'
import type { Share, ShareWords } from '@/lib/results/rules/shares'

/** The words and numbers of the page's language, and the language that a survey's own words are in. */
export type Words = {
  language: Locale
  t: Awaited<ReturnType<typeof getTranslations<'analysis'>>>
  format: Format
  share: ShareWords
}

/** A table whose cells are words already: what stands in the picture and what stands here is one thing. */
export type PictureTable = {
  /** The first is what the lines are of. */
  columns: string[]
  rows: string[][]
  /** Of what the lines are of, where that is words of a survey. */
  language?: Locale
  /** The line of totals. */
  foot?: string[]
}

/** Figures as a picture and as a table, with what has to be said of them wherever they are shown. */
export type Picture = {
  /** In addresses and file names. */
  name: PictureName
  title: string
  base: string
  description: string
  draw: (look: Look) => Drawing
  table: PictureTable
  /** Whether it gives shares: then it says, away from its page, that they are rounded. */
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

/** A count, with its share where there is one. */
export const figure = ({ t, format, share: words }: Words, count: number, share: Share | undefined) =>
  share === undefined
    ? format.number(count)
    : t('figure', { share: share.label(words), count: format.number(count) })
