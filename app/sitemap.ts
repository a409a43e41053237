import type { MetadataRoute } from 'next'
import { alternates } from '@/lib/language'
import { pageOrigin } from '@/lib/page-origin'
import { READER_PAGES } from '@/lib/site-map'
import { publicSlugs } from '@/lib/surveys/queries/addresses'

const PAGES = [...READER_PAGES.map(([path]) => path), '/plan']

/** Every page that anybody may find, in both languages. */
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
