import { createTranslator } from 'use-intl/core'
import en from '../../../messages/en.json' with { type: 'json' }
import fr from '../../../messages/fr.json' with { type: 'json' }
import type { Locale } from './locale'
import { typeset } from './typography'

/** The conventions for dates and numbers: English as in Europe, with the day first and 24 hours. */
export const CUSTOMS: Record<Locale, string> = { fr: 'fr', en: 'en-GB' }

/** Applies French typography to the catalogue, once: it is written as people type. */
function typesetAll<T>(messages: T): T {
  if (typeof messages === 'string') return typeset(messages, 'fr') as T
  const entries = Object.entries(messages as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, value]) => [key, typesetAll(value)])) as T
}

const catalogues: Record<Locale, typeof fr> = { fr: typesetAll(fr), en }

/** Returns all sentences of the site in `locale`, typeset. */
export const catalogueOf = (locale: Locale) => catalogues[locale]

/** Returns the sentences of one part of the catalogue in `locale`. */
export const translator = <N extends keyof typeof fr>(locale: Locale, namespace: N) =>
  createTranslator({
    locale: CUSTOMS[locale],
    messages: catalogues[locale],
    namespace,
  })
