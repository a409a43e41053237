import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SecondFactorForm } from '@/components/staff/second-factor-form'
import { Notice } from '@/components/ui/notice'
import { freshSite } from '@/lib/appearance/queries/site'
import { confirmTotpAction } from '@/lib/staff/actions'
import { beginTotp } from '@/lib/staff/commands/own-account'
import { requireMember } from '@/lib/staff/gate'
import { ownAccount } from '@/lib/staff/queries/own-account'
import { ACCOUNT } from '@/lib/staff/rules/paths'
import { qrOf } from '@/lib/staff/rules/qr'
import { spelled, totpUri } from '@/lib/staff/rules/totp'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('factorSetUp') }
}

/** Sets up a second factor. Also open to members who may do nothing else until they have one. */
export default async function SecondFactorPage() {
  const member = await requireMember()
  const [account, t] = await Promise.all([ownAccount(member), getTranslations('administration')])
  if (account.hasSecondFactor) redirect(ACCOUNT)
  const { secret, seal } = await beginTotp(member)
  const uri = totpUri(secret, member.email, (await freshSite()).name)
  return (
    <div className="max-w-2xl">
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('factorSetUp')}</h1>
      {member.owesSecondFactor && (
        <Notice className="mt-6">
          <p className="font-semibold">{t('oweTitle')}</p>
          <p>{t('oweText')}</p>
        </Notice>
      )}
      <SecondFactorForm
        action={confirmTotpAction}
        factor={{ spelled: spelled(secret), uri, seal, qr: qrOf(uri) }}
      />
      <p className="mt-8 font-sans">
        <Link href={ACCOUNT} className="inline-block py-2">
          {t('backToAccount')}
        </Link>
      </p>
    </div>
  )
}
