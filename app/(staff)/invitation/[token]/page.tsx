import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { FirstPasswordForm } from '@/components/staff/first-password-form'
import { spendLinkAction } from '@/lib/staff/actions'
import { findLink } from '@/lib/staff/queries/links'
import { LINK_HOURS } from '@/lib/staff/rules/links'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  // The address of this page is a secret: no other site receives it. Not `no-referrer`: with it a form posts without an
  // origin, and Next refuses that.
  return { title: t('linkTitle'), referrer: 'same-origin' }
}

/** Renders the target of a one-time link: its owner chooses a password. */
export default async function InvitationPage({ params }: Props) {
  const [{ token }, { signIn }, t] = await Promise.all([params, getMessages(), getTranslations('signIn')])
  const link = await findLink(token)
  if (!link)
    return (
      <div className="mx-auto max-w-md">
        <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('spentTitle')}</h1>
        <p className="mt-4 text-lg">{t('spentText', { hours: LINK_HOURS })}</p>
        <p className="mt-4 font-sans text-muted text-sm">{t('spentShell')}</p>
      </div>
    )
  return (
    <div className="mx-auto max-w-md">
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">
        {t(link.asksWho ? 'firstTitle' : 'linkTitle')}
      </h1>
      <p className="mt-3 text-lg text-muted">
        {link.asksWho ? t('firstLead') : t('linkLead', { email: link.email })}
      </p>
      <NextIntlClientProvider messages={{ signIn }}>
        <FirstPasswordForm action={spendLinkAction} token={token} email={link.email} asksWho={link.asksWho} />
      </NextIntlClientProvider>
    </div>
  )
}
