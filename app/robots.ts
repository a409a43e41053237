import type { MetadataRoute } from 'next'
import { pageOrigin } from '@/lib/platform/http/page-origin'

/** Paths for staff or for programs, closed to search engines. */
const NOT_FOR_THEM = ['/administration', '/connexion', '/invitation', '/moderation', '/redaction', '/api/']

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: '*', allow: '/', disallow: NOT_FOR_THEM },
    sitemap: `${await pageOrigin()}/sitemap.xml`,
  }
}
