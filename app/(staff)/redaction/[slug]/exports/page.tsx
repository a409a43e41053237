import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Words } from '@/components/article/words'
import { BundleForm, TableForm } from '@/components/exports/export-form'
import { JobList } from '@/components/exports/job-list'
import { startExportAction } from '@/lib/exports/actions'
import { listExports } from '@/lib/exports/queries/jobs'
import { requireRole } from '@/lib/staff/gate'
import { TOKENS } from '@/lib/staff/rules/paths'
import { findSurvey } from '@/lib/surveys/queries/public'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.exports')
  return { title: t('title') }
}

/** Renders what a consultation gathered, as files. */
export default async function ExportsPage({ params, searchParams }: Props) {
  const editor = await requireRole('editor')
  const [{ slug }, { annule }, t] = await Promise.all([params, searchParams, getTranslations('desk.exports')])
  const survey = await findSurvey(slug)
  if (!survey) notFound()
  const jobs = await listExports(editor, survey.id)
  const start = startExportAction.bind(null, slug)
  return (
    <div className="max-w-3xl">
      <h1 className="font-semibold text-3xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-2 font-sans">
        <Link href={`/redaction/${slug}`}>
          <Words of={survey.view.language}>{survey.view.title}</Words>
        </Link>
      </p>
      <section aria-labelledby="tout" className="mt-8 border-rule border-t pt-5">
        <h2 id="tout" className="font-semibold text-xl">
          {t('all')}
        </h2>
        <p className="mt-1 mb-3">{t('allExplain')}</p>
        <BundleForm action={start} />
      </section>
      <section aria-labelledby="table" className="mt-8 border-rule border-t pt-5">
        <h2 id="table" className="font-semibold text-xl">
          {t('one')}
        </h2>
        <TableForm action={start} versions={survey.view.version} />
      </section>
      <section aria-labelledby="fichiers" className="mt-8 border-rule border-t pt-5">
        <h2 id="fichiers" className="font-semibold text-xl">
          {t('files')}
        </h2>
        <JobList slug={slug} given={jobs} cancelled={annule} />
      </section>
      <p className="mt-8 font-sans text-muted text-sm">{t('note')}</p>
      <p className="mt-2 font-sans text-sm">
        <Link href={TOKENS} prefetch={false} className="inline-block py-2">
          {t('api')}
        </Link>
      </p>
    </div>
  )
}
