import { headers } from 'next/headers'
import { getFormatter, getLocale, getRequestConfig } from 'next-intl/server'
import { newsroomZone } from '../runtime/time-zone'
import { withPressDates } from './dates'
import { type Locale, languageOf } from './locale'
import { CUSTOMS, catalogueOf } from './messages'

/** Resolves to the language of the page that is being rendered. */
export async function pageLocale(): Promise<Locale> {
  const given = await headers()
  return languageOf((name) => given.get(name))
}

/** Configures how next-intl shows pages. */
export default getRequestConfig(async () => {
  const locale = await pageLocale()
  return { locale: CUSTOMS[locale], messages: catalogueOf(locale), timeZone: newsroomZone() }
})

/** Resolves to the formatter of the page's dates and numbers, for a page that waits for data. */
export const getFormat = async () => withPressDates(await getFormatter(), await getLocale())
