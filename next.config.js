import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/locale.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types of everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Rendered pages stay in memory only: a page kept on disk would outlive the database it was read from.
  experimental: { authInterrupts: true, isrFlushToDisk: false },
}

export default withNextIntl(config)
