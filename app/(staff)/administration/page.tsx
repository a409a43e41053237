import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActMessage } from '@/components/staff/act-message'
import { InviteForm } from '@/components/staff/invite-form'
import { MemberEntry } from '@/components/staff/member-entry'
import { SignIns } from '@/components/staff/sign-ins'
import { LinkRow } from '@/components/ui/link-row'
import { Notice } from '@/components/ui/notice'
import {
  changeRoleAction,
  disableAction,
  enableAction,
  inviteAction,
  requireTotpAction,
  resetAction,
} from '@/lib/staff/actions'
import { requireRole } from '@/lib/staff/gate'
import { listMembers, recentSignIns } from '@/lib/staff/queries/members'
import { LINK_HOURS } from '@/lib/staff/rules/links'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('title') }
}

const actions = {
  changeRole: changeRoleAction,
  disable: disableAction,
  enable: enableAction,
  requireTotp: requireTotpAction,
  reset: resetAction,
}

/** Renders the team's accounts, with what an admin may do to them. */
export default async function TeamPage({ searchParams }: Props) {
  const admin = await requireRole('admin')
  const [given, members, signIns, t] = await Promise.all([
    searchParams,
    listMembers(admin),
    recentSignIns(admin),
    getTranslations(),
  ])
  const about = members.find((member) => String(member.id) === given.qui)
  const refused = (['last_admin', 'not_found'] as const).find((code) => code === given.refus)
  return (
    <div className="max-w-3xl">
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('administration.title')}</h1>
      <p className="mt-3 text-lg text-muted">{t('administration.lead')}</p>
      <LinkRow className="mt-3 text-sm">
        <Link href="/administration/charte" prefetch={false} className="inline-block py-2">
          {t('charter.editTitle')}
        </Link>
        <Link href="/administration/mots" prefetch={false} className="inline-block py-2">
          {t('words.title')}
        </Link>
        <Link href="/administration/apparence" prefetch={false} className="inline-block py-2">
          {t('appearance.title')}
        </Link>
      </LinkRow>
      {refused && (
        <Notice role="alert" className="mt-6">
          {t(`problems.${refused}`)}
        </Notice>
      )}
      {about && !refused && (
        <ActMessage member={about} done={given.fait} before={given.avant} actions={actions} />
      )}
      <section className="mt-10" aria-labelledby="membres">
        <h2 id="membres" className="mb-3 font-sans font-semibold text-sm">
          {t('administration.members')}
        </h2>
        <ul className="border-rule border-b">
          {members.map((member) => (
            <MemberEntry
              key={member.id}
              member={member}
              isOneself={member.id === admin.id}
              actions={actions}
              hours={LINK_HOURS}
            />
          ))}
        </ul>
      </section>
      <section className="mt-12" aria-labelledby="inviter">
        <h2 id="inviter" className="mb-4 font-semibold text-2xl">
          {t('administration.inviteTitle')}
        </h2>
        <InviteForm action={inviteAction} hours={LINK_HOURS} />
      </section>
      <section className="mt-12" aria-labelledby="connexions">
        <h2 id="connexions" className="mb-4 font-semibold text-2xl">
          {t('administration.signIns')}
        </h2>
        <SignIns signIns={signIns} />
      </section>
    </div>
  )
}
