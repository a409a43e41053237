import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

export default async function AdministrationLayout({ children }: { children: ReactNode }) {
  const { administration, charter, tokens, words } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ administration, charter, tokens, words }}>
      {children}
    </NextIntlClientProvider>
  )
}
