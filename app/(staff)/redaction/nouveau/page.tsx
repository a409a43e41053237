import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BringInForm } from '@/components/desk/bring-in-form'
import { ARTICLE_LENGTH } from '@/lib/articles/rules/addresses/limits'
import { requireRole } from '@/lib/staff/gate'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.bringIn')
  return { title: t('title') }
}

/** Renders the import of an article. */
export default async function BringInPage() {
  await requireRole('editor')
  const t = await getTranslations('desk.bringIn')
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-3 text-lg text-muted">{t('lead')}</p>
      <BringInForm longest={ARTICLE_LENGTH} />
    </>
  )
}
