import { headers } from 'next/headers'
import { getFormatter, getLocale, getRequestConfig } from 'next-intl/server'
import { withClockTimes } from './clock-times'
import { type Locale, languageOf } from './locale'
import { CUSTOMS, catalogueOf } from './messages'

/** The language of the page that is being made. */
export async function pageLocale(): Promise<Locale> {
  const given = await headers()
  return languageOf((name) => given.get(name))
}

/** What next-intl shows pages in. */
export default getRequestConfig(async () => {
  const locale = await pageLocale()
  return { locale: CUSTOMS[locale], messages: catalogueOf(locale), timeZone: 'Europe/Paris' }
})

/** Returns what formats the dates and numbers of the page, for a page that waits for data. */
export const getFormat = async () => withClockTimes(await getFormatter(), await getLocale())
