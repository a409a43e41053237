import { getRequestConfig } from 'next-intl/server'
import { catalogueOf } from './messages'

/** What next-intl shows pages in. */
export default getRequestConfig(async () => ({
  locale: 'fr',
  messages: catalogueOf('fr'),
  timeZone: 'Europe/Paris',
}))
