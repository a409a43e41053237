import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The words of the desk, in the browser too. */
export default async function ModerationLayout({ children }: { children: ReactNode }) {
  const { moderation, problems } = await getMessages()
  return <NextIntlClientProvider messages={{ moderation, problems }}>{children}</NextIntlClientProvider>
}
