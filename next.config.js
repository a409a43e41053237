import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'

/** @type {import('next').NextConfig} */
const config = {
  // A build has a folder of its own (scripts/runtime/build.ts).
  distDir: process.env.AVIS_BUILD ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types of everything; a start need not do it again.
  typescript: {
    ignoreBuildErrors: true,
    ...(process.env.AVIS_BUILD && { tsconfigPath: '.avis/tsconfig.json' }),
  },
  // No page has a picture that Next would have to make smaller: its route for that answers nobody.
  images: { unoptimized: true },
  // The first two bring a part of their own that no bundler can take in; the third starts files of its own as workers.
  serverExternalPackages: ['@resvg/resvg-js', 'satori', 'piscina'],
  // Title and description stand in the head for everybody, not in the body until a script moves them there: without
  // JavaScript nothing does.
  htmlLimitedBots: /.*/,
  experimental: {
    authInterrupts: true,
    // A page takes memory once somebody asks for it: all of them at once are 27 MB of a server that mostly takes votes.
    preloadEntriesOnStart: false,
  },
  headers: async () => [
    // Included by other sites' pages: not asked for again at each of them.
    { source: '/embed.js', headers: [{ key: 'cache-control', value: 'public, max-age=3600' }] },
  ],
}

/** @param {string} phase */
export default async function configOf(phase) {
  // A server serves what is built: the plugin would load two compilers into it.
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  return createNextIntlPlugin('./lib/platform/i18n/next-intl.ts')(config)
}
