import { ENGLISH } from './en'
import { SPANISH } from './es'
import { FRENCH } from './fr'
import type { Language, LanguagePack } from './pack'

export type { Language, LanguagePack, SurveyLanguage } from './pack'

/** The languages that the engine reads. A further one is a folder beside these, and a line here. */
export const PACKS: Record<Language, LanguagePack> = { fr: FRENCH, en: ENGLISH, es: SPANISH }

const ALL = Object.values(PACKS)

/** Returns what every pack says, as one list: pages mix languages, and a newsroom's furniture may be another's. */
export const everySaid = <T>(said: (pack: LanguagePack) => readonly T[]): T[] => ALL.flatMap(said)

/** Returns the alternatives of every pack as one group of an expression. An empty list matches nothing. */
export const anyOf = (said: (pack: LanguagePack) => readonly string[], more: readonly string[] = []) =>
  groupOf([...everySaid(said), ...more])

/** Returns alternatives as one group of an expression. An empty list matches nothing. */
export const groupOf = (alternatives: readonly string[]) =>
  alternatives.length > 0 ? `(?:${alternatives.join('|')})` : '(?!)'
