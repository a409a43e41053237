import { ENGLISH } from './en'
import { ENGLISH_LINT } from './en/lint'
import { SPANISH } from './es'
import { FRENCH } from './fr'
import { FRENCH_LINT } from './fr/lint'
import type { Grammar } from './grammar'
import type { Lint } from './lint'
import type { Options } from './options'
import type { Language, LanguagePack, SurveyLanguage } from './pack'

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

/** Returns the words of every language's options as one group of an expression. */
export const optionWords = (said: (options: Options) => readonly string[] | undefined) =>
  groupOf(ALL.flatMap(({ options }) => said(options) ?? []))

/** Returns one expression that matches what any language's options do. */
export const optionPattern = (said: (options: Options) => RegExp | undefined) =>
  new RegExp(groupOf(ALL.flatMap(({ options }) => said(options)?.source ?? [])))

/** Returns the words of every grammar as one group of an expression. */
export const grammarWords = (said: (grammar: Grammar) => readonly string[] | undefined) =>
  groupOf(ALL.flatMap(({ grammar }) => said(grammar) ?? []))

/** Returns one expression that matches what any grammar's does. Its groups are those of the first, then the next. */
export function grammarPattern(said: (grammar: Grammar) => RegExp | undefined, flags = ''): RegExp {
  const sources = ALL.flatMap(({ grammar }) => said(grammar)?.source ?? [])
  return new RegExp(groupOf(sources), flags)
}

/** The words of the linter, in the languages of surveys. */
export const LINT: Record<SurveyLanguage, Lint> = { fr: FRENCH_LINT, en: ENGLISH_LINT }

/** Returns what both languages say, as one list. */
export const bothSay = (said: (lint: Lint) => readonly string[]) => Object.values(LINT).flatMap(said)
