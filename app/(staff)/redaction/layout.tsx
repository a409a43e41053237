import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** Passes the desk's own messages to the browser, and those of the reader pages it previews. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { desk, problems, article, ballot } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ desk, problems, article, ballot }}>{children}</NextIntlClientProvider>
  )
}
