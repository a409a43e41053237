import { createTranslator } from 'use-intl/core'
import en from '../messages/en.json' with { type: 'json' }
import fr from '../messages/fr.json' with { type: 'json' }
import { typeset } from './typography'

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** The French catalogue is written as people type; its typography is applied here, once. */
function typesetAll<T>(messages: T): T {
  if (typeof messages === 'string') return typeset(messages) as T
  const entries = Object.entries(messages as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, value]) => [key, typesetAll(value)])) as T
}

const catalogues: Record<Locale, typeof fr> = { fr: typesetAll(fr), en }

export const catalogueOf = (locale: Locale) => catalogues[locale]

/** The sentences of one part of the catalogue in `locale`. */
export const translator = <N extends keyof typeof fr>(locale: Locale, namespace: N) =>
  createTranslator({ locale, messages: catalogues[locale], namespace, timeZone: 'Europe/Paris' })

/** The language an Accept-Language header prefers among ours: French unless English comes first. */
export function preferredLocale(header: string | undefined): Locale {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const found = ranked.find(({ language }) => locales.some((locale) => locale === language))
  return found?.language === 'en' ? 'en' : 'fr'
}
