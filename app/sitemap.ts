import type { MetadataRoute } from 'next'
import { READER_PAGES } from '@/lib/operations/site-map'
import { pageOrigin } from '@/lib/platform/http/page-origin'
import { alternates } from '@/lib/platform/i18n/locale'
import { publicSlugs } from '@/lib/surveys/queries/addresses'

const PAGES = [...READER_PAGES.map(([path]) => path), '/plan']

/** Lists every public page, in both languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await pageOrigin()
  const surveys = await publicSlugs()
  const entry = (path: string) => ({
    url: `${origin}${path}`,
    alternates: {
      languages: Object.fromEntries(
        Object.entries(alternates(path).languages).map(([language, address]) => [
          language,
          `${origin}${address}`,
        ]),
      ),
    },
  })
  return [
    ...PAGES.map(entry),
    ...surveys.map(({ slug, changedAt }) => ({
      ...entry(`/consultations/${slug}`),
      lastModified: changedAt,
    })),
  ]
}
