import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** Passes the desk's messages to the browser too. */
export default async function ModerationLayout({ children }: { children: ReactNode }) {
  const { moderation, problems } = await getMessages()
  return <NextIntlClientProvider messages={{ moderation, problems }}>{children}</NextIntlClientProvider>
}
