import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChangePasswordForm } from '@/components/staff/change-password-form'
import { LiveTokens } from '@/components/staff/live-tokens'
import { SecondFactor } from '@/components/staff/second-factor'
import { Sessions } from '@/components/staff/sessions'
import { Notice } from '@/components/ui/notice'
import { StatusMessage } from '@/components/ui/status-message'
import {
  changePasswordAction,
  endSessionAction,
  removeTotpAction,
  revokeTokenAction,
  revokeTokensAction,
  signOutEverywhereAction,
} from '@/lib/staff/actions'
import { requireMember } from '@/lib/staff/gate'
import { ownAccount } from '@/lib/staff/queries/own-account'
import { liveTokens } from '@/lib/staff/queries/tokens'
import { SECOND_FACTOR, TOKENS } from '@/lib/staff/rules/paths'
import { allows } from '@/lib/staff/rules/roles'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('accountTitle') }
}

/** Renders what belongs to the signed-in member of staff: second factor, password, sessions. */
export default async function AccountPage({ searchParams }: Props) {
  const member = await requireMember()
  const [given, account, t, tokens] = await Promise.all([
    searchParams,
    ownAccount(member),
    getTranslations('administration'),
    getTranslations('tokens'),
  ])
  const said = (['password', 'totp', 'totpRemoved', 'session'] as const).find((one) => one === given.dit)
  const changed = said === 'password' ? await liveTokens(member) : []
  return (
    <div className="max-w-2xl">
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('accountTitle')}</h1>
      <p className="mt-3 break-words text-lg text-muted">
        {t('accountLead', { name: member.name, email: member.email })}
      </p>
      {said && (
        <StatusMessage key={said} className="mt-6">
          {t(`said.${said}`)}
        </StatusMessage>
      )}
      {changed.length > 0 && (
        <LiveTokens tokens={changed} revoke={revokeTokenAction} revokeAll={revokeTokensAction} />
      )}
      {member.owesSecondFactor && (
        <Notice role="alert" className="mt-6">
          <p className="font-semibold">{t('oweTitle')}</p>
          <p>{t('oweText')}</p>
        </Notice>
      )}
      <section className="mt-10" aria-labelledby="second-facteur">
        <h2 id="second-facteur" className="mb-2 font-semibold text-2xl">
          {t('factorTitle')}
        </h2>
        <SecondFactor
          isSet={account.hasSecondFactor}
          isRequired={account.secondFactorRequired}
          setUpPath={SECOND_FACTOR}
          remove={removeTotpAction}
        />
      </section>
      <section className="mt-10" aria-labelledby="mot-de-passe">
        <h2 id="mot-de-passe" className="mb-4 font-semibold text-2xl">
          {t('passwordTitle')}
        </h2>
        {account.hasPassword ? (
          <ChangePasswordForm action={changePasswordAction} email={member.email} />
        ) : (
          <p>{t('passwordNone')}</p>
        )}
      </section>
      <section className="mt-10" aria-labelledby="sessions">
        <h2 id="sessions" className="mb-4 font-semibold text-2xl">
          {t('sessionsTitle')}
        </h2>
        <Sessions sessions={account.sessions} end={endSessionAction} endAll={signOutEverywhereAction} />
      </section>
      {allows(member.role, 'editor') && (
        <section className="mt-10" aria-labelledby="jetons">
          <h2 id="jetons" className="mb-2 font-semibold text-2xl">
            {tokens('title')}
          </h2>
          <p className="font-sans">
            <Link href={TOKENS} prefetch={false} className="inline-block py-2">
              {tokens('link')}
            </Link>
          </p>
        </section>
      )}
    </div>
  )
}
