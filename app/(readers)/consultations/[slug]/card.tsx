import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import type { Metadata } from 'next'
import satori from 'satori'
import { SocialCard } from '@/components/results/social-card'
import { findLogo } from '@/lib/appearance/queries/logo'
import { freshSite, type Site } from '@/lib/appearance/queries/site'
import { TOKENS } from '@/lib/appearance/rules/tokens'
import { alternates } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/messages'
import { pageLocale } from '@/lib/platform/i18n/next-intl'
import { LoadingCache } from '@/lib/platform/runtime/loading-cache'
import { oncePerProcess } from '@/lib/platform/runtime/per-process'
import { type Card, cardOf } from '@/lib/results/rules/card'
import type { Results } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'

/** The size that sites require which show cards. */
const SIZE = { width: 1200, height: 630 }
/** Maximum cards in the cache: rendering one costs a tenth of a second of processor time. */
const MAX_KEPT = 100

/** Bundled: no request to another site, and cards look the same on a machine without fonts. */
const FONTS = [
  { weight: 400, file: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf' },
  { weight: 600, file: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf' },
] as const

const readFonts = () =>
  Promise.all(
    FONTS.map(async ({ weight, file }) => ({
      name: 'Source Serif 4',
      // A file beside the server's own, not a module: the bundler must not look for it.
      data: await readFile(/* turbopackIgnore: true */ path.join(process.cwd(), 'node_modules', file)),
      weight,
    })),
  )

type Fonts = Awaited<ReturnType<typeof readFonts>>
const fonts = () =>
  oncePerProcess('card-fonts', () => new LoadingCache<'all', Fonts>({ max: 1 })).get('all', readFonts)

type Drawing = { card: Card; language: SurveyView['language']; site: Omit<Site, 'version'> }

/** Returns the logo as a picture within the picture: rendering fetches nothing. */
async function logoOf({ logo }: Drawing['site']) {
  const png = logo && (await findLogo(logo.id))
  return png && { ...logo, src: `data:image/png;base64,${Buffer.from(png).toString('base64')}` }
}

async function draw({ card, language, site }: Drawing): Promise<Buffer> {
  const t = translator(language, 'card')
  const logo = await logoOf(site)
  const svg = await satori(
    <SocialCard
      card={card}
      kicker={site.named && !logo ? t('kickerOf', { site: site.name }) : t('kicker')}
      accent={site.accents?.light ?? TOKENS.light.accent}
      logo={logo}
    />,
    { ...SIZE, fonts: await fonts() },
  )
  return (await renderAsync(svg, { font: { loadSystemFonts: false } })).asPng()
}

const drawn = () => oncePerProcess('cards', () => new LoadingCache<string, Buffer>({ max: MAX_KEPT }))

/** Renders the card of a consultation as a PNG that caches may keep for `seconds`. */
export async function cardImage(view: SurveyView, results: Results | undefined, seconds: number) {
  const { version: _, ...site } = await freshSite()
  const drawing = { card: cardOf(view, results), language: view.language, site }
  const key = createHash('sha256').update(JSON.stringify(drawing)).digest('base64url')
  const png = await drawn().get(key, () => draw(drawing))
  return new Response(new Uint8Array(png), {
    headers: { 'content-type': 'image/png', 'cache-control': `public, max-age=${seconds}` },
  })
}

const OPEN_GRAPH = { fr: 'fr_FR', en: 'en_GB' } as const

/** Returns a page's metadata for sites where a link to it is shared; its card is at `address`/opengraph-image. */
export async function cardMetadata(
  view: SurveyView,
  results: Results | undefined,
  { title, address }: { title: string; address: string },
): Promise<Metadata> {
  const { alt } = cardOf(view, results)
  const [locale, { name: siteName }] = await Promise.all([pageLocale(), freshSite()])
  const images = [{ url: `${address}/opengraph-image`, ...SIZE, alt }]
  return {
    title,
    alternates: alternates(address),
    openGraph: {
      type: 'article',
      siteName,
      locale: OPEN_GRAPH[locale],
      title,
      description: view.summary,
      url: address,
      images,
    },
    twitter: { card: 'summary_large_image', title, description: view.summary, images },
  }
}
