import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { sheetName } from '@/lib/appearance/css/style-sheet'
import { freshSite } from '@/lib/appearance/queries/site'
import { sheetAddress } from '@/lib/appearance/rules/address'
import { pageOrigin } from '@/lib/platform/http/page-origin'
import { pageLocale } from '@/lib/platform/i18n/next-intl'
import { sourceSerif } from './fonts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  // A build knows neither settings nor database.
  await connection()
  const [t, home, base, { name }] = await Promise.all([
    getTranslations('site'),
    getTranslations('home'),
    pageOrigin(),
    freshSite(),
  ])
  return {
    metadataBase: new URL(base),
    description: home('lead'),
    title: { default: `${name} — ${t('tagline')}`, template: `%s — ${name}` },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  // Only what runs in the browser: the rest of the catalogue stays on the server.
  const { ballot, receipt, results, failure } = await getMessages()
  const { accents } = await freshSite()
  return (
    <html lang={await pageLocale()} className={sourceSerif.variable}>
      {accents && (
        <head>
          <link rel="stylesheet" href={sheetAddress(sheetName(accents))} />
        </head>
      )}
      <body>
        <NextIntlClientProvider messages={{ ballot, receipt, results, failure }}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
