import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/locale.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types of everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Has a part for each kind of machine that no bundler can take in.
  serverExternalPackages: ['@resvg/resvg-js'],
  experimental: { authInterrupts: true },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        // Nobody may lay a page of their own over a ballot.
        {
          key: 'content-security-policy',
          value: "frame-ancestors 'self'; base-uri 'self'; object-src 'none'",
        },
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
  ],
}

export default withNextIntl(config)
