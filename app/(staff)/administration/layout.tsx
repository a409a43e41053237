import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

export default async function AdministrationLayout({ children }: { children: ReactNode }) {
  const { administration, charter, words } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ administration, charter, words }}>{children}</NextIntlClientProvider>
  )
}
