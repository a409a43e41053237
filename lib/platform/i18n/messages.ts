import { createTranslator } from 'use-intl/core'
import en from '../../../messages/en.json' with { type: 'json' }
import fr from '../../../messages/fr.json' with { type: 'json' }
import type { Locale } from './locale'
import { typeset } from './typography'

/** By whose customs dates and numbers are written: English as in Europe, with the day first and 24 hours. */
export const CUSTOMS: Record<Locale, string> = { fr: 'fr', en: 'en-GB' }

/** The French catalogue is written as people type; its typography is applied here, once. */
function typesetAll<T>(messages: T): T {
  if (typeof messages === 'string') return typeset(messages, 'fr') as T
  const entries = Object.entries(messages as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, value]) => [key, typesetAll(value)])) as T
}

const catalogues: Record<Locale, typeof fr> = { fr: typesetAll(fr), en }

export const catalogueOf = (locale: Locale) => catalogues[locale]

/** Returns the sentences of one part of the catalogue in `locale`. */
export const translator = <N extends keyof typeof fr>(locale: Locale, namespace: N) =>
  createTranslator({
    locale: CUSTOMS[locale],
    messages: catalogues[locale],
    namespace,
    timeZone: 'Europe/Paris',
  })
