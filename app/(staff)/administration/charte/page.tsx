import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CharterForm } from '@/components/charter/charter-form'
import { saveCharterAction } from '@/lib/comments/actions'
import { findCharter } from '@/lib/comments/queries/charter'
import { CHARTER_LENGTH } from '@/lib/comments/schema'
import { requireRole } from '@/lib/staff/gate'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('charter')
  return { title: t('editTitle') }
}

/** Renders the charter's editor. */
export default async function EditCharterPage() {
  await requireRole('admin')
  const [charter, t] = await Promise.all([findCharter(), getTranslations('charter')])
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('editTitle')}</h1>
      <p className="mt-3 mb-6 max-w-3xl text-lg text-muted">{t('editLead')}</p>
      <CharterForm
        action={saveCharterAction}
        text={charter?.text ?? ''}
        version={charter?.version ?? 0}
        max={CHARTER_LENGTH}
      />
    </>
  )
}
