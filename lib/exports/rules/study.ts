import type { Locale } from '../../platform/i18n/locale'
import type { CODED } from './coded'
import type { Column, TableName } from './table'

/** A table as a bundle has it. */
export type StudyTable = { name: TableName | typeof CODED; columns: Column[]; rows: number }

/** What a codebook says of a survey beside its questions. */
export type Study = {
  slug: string
  title: string
  source: string
  /** The name of the site it was held on. */
  site: string
  /** Of everything written for people. */
  language: Locale
  tables: StudyTable[]
  at: string
  allTexts: boolean
  setAside: boolean
}

/** How many ballots a bundle holds. */
export const ballotsIn = ({ tables }: Study): number =>
  tables.find(({ name }) => name === 'ballots')?.rows ?? 0

/** What the note on method says of a study. */
export type MethodFacts = Pick<Study, 'title' | 'site' | 'source' | 'at' | 'allTexts' | 'setAside'> & {
  ballots: number
  /** The questions as a list, in Markdown. */
  asked: string
}
