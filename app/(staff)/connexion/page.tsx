import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CodeForm } from '@/components/staff/code-form'
import { OidcForm } from '@/components/staff/oidc-form'
import { PasswordForm } from '@/components/staff/password-form'
import { Notice } from '@/components/ui/notice'
import { freshSite } from '@/lib/appearance/queries/site'
import { cookieOf } from '@/lib/readers/cookies'
import { openTyped, TYPED_COOKIE } from '@/lib/staff/cookies'
import { currentStaff } from '@/lib/staff/gate'
import { hasOidc } from '@/lib/staff/http/providers'
import { homeOf, safePath } from '@/lib/staff/rules/paths'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

/** Returns the sentence for the sign-in's refusal (lib/staff/http/auth.ts). */
async function refusalOf(
  refused: string | undefined,
  seconds: string | undefined,
  late: boolean,
  site: string,
) {
  const t = await getTranslations('signIn.refused')
  if (late) return t('codeLate')
  if (refused === 'attente')
    return t('attente', { minutes: Math.max(1, Math.ceil(Number(seconds) / 60) || 1) })
  if (refused === 'exterieur') return t(refused, { site })
  if (refused === 'inconnu' || refused === 'code') return t(refused)
  return undefined
}

/** Renders the sign-in. */
export default async function SignInPage({ searchParams }: Props) {
  const [given, staff, jar, t, { name: site }] = await Promise.all([
    searchParams,
    currentStaff(),
    cookies(),
    getTranslations('signIn'),
    freshSite(),
  ])
  const to = safePath(one(given.vers))
  if (staff) redirect(to ?? homeOf(staff.role))
  const typed = openTyped(cookieOf(jar, TYPED_COOKIE))
  const asksCode = given.etape === 'code'
  const ticket = asksCode ? typed?.ticket : undefined
  const refused = await refusalOf(one(given.refus), one(given.attente), asksCode && !ticket, site)
  return (
    <div className="mx-auto max-w-md">
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">
        {t(ticket ? 'codeTitle' : 'title')}
      </h1>
      <p className="mt-3 text-lg text-muted">{ticket ? t('codeLead', { site }) : t('lead')}</p>
      {refused && (
        <Notice role="alert" className="mt-6">
          {refused}
        </Notice>
      )}
      {given.parti && !refused && (
        <Notice role="status" className="mt-6">
          {t('signedOut')}
        </Notice>
      )}
      {given.choisi && !refused && (
        <Notice role="status" className="mt-6">
          {t('chosen')}
        </Notice>
      )}
      {ticket ? (
        <CodeForm ticket={ticket} email={typed?.email ?? ''} to={to} />
      ) : (
        <PasswordForm email={typed?.email ?? ''} to={to} refused={Boolean(refused)} />
      )}
      {hasOidc() && !ticket && <OidcForm to={to} />}
    </div>
  )
}
