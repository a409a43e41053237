import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActMessage } from '@/components/integrity/act-message'
import { Quarantine } from '@/components/integrity/quarantine'
import { RuleSwitches } from '@/components/integrity/rule-switches'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { inspectAction } from '@/lib/ballots/actions'
import { findAutomatic } from '@/lib/ballots/queries/automatic'
import { listQuarantines } from '@/lib/ballots/queries/quarantines'
import { REASON_LENGTH } from '@/lib/ballots/schema'
import { typeset } from '@/lib/platform/i18n/typography'
import { requireRole } from '@/lib/staff/gate'
import { allows } from '@/lib/staff/rules/roles'
import { findSurvey } from '@/lib/surveys/queries/public'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('integrity')
  return { title: t('title') }
}

/** Renders the ballots that rules found suspicious, to set aside or to let count. */
export default async function IntegrityPage({ searchParams }: Props) {
  const moderator = await requireRole('moderator')
  const given = await searchParams
  const one = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined)
  const survey = one('survey') ? await findSurvey(one('survey') ?? '') : undefined
  const slug = survey?.view.slug
  const [quarantines, rules, t] = await Promise.all([
    listQuarantines(moderator, slug),
    findAutomatic(survey?.id ?? null),
    getTranslations('integrity'),
  ])
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className="font-semibold text-3xl leading-tight tracking-tight">{t('title')}</h1>
        <p className="font-sans text-sm">
          <Link href="/moderation" prefetch={false} className="inline-block py-2">
            {t('back')}
          </Link>
        </p>
      </div>
      <p className="mt-2 max-w-3xl text-lg">{t('lead')}</p>
      {survey && (
        <p className="mt-2 font-sans">
          {t('only', { title: typeset(survey.view.title, survey.view.language) })}{' '}
          <a href="/moderation/integrite" className="inline-block py-2">
            {t('all')}
          </a>
        </p>
      )}
      <ActionForm id="form-inspect" action={inspectAction} className="mt-4">
        <input type="hidden" name="survey" value={slug ?? ''} />
        <Button look="quiet">{t('inspect')}</Button>
      </ActionForm>
      <div id="dit">
        <ActMessage done={one('fait')} id={one('quoi')} refused={one('refus')} survey={slug ?? ''} />
      </div>
      <div className="mt-7">
        {quarantines.length === 0 && <p className="border-rule border-t pt-6">{t('empty')}</p>}
        {quarantines.map((quarantine) => (
          <Quarantine
            key={quarantine.id}
            quarantine={quarantine}
            survey={slug ?? ''}
            noteLength={REASON_LENGTH}
          />
        ))}
      </div>
      <RuleSwitches rules={rules} survey={slug ?? ''} mayChange={allows(moderator.role, 'admin')} />
    </>
  )
}
