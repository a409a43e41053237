import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Words } from '@/components/article/words'
import { REPORT_FIELDS, ReportForm } from '@/components/comments/report-form'
import { Notice } from '@/components/ui/notice'
import { reportableComment } from '@/lib/comments/queries/comment'
import { EMAIL_LENGTH, EXPLANATION_LENGTH, LAW_LENGTH } from '@/lib/comments/schema'
import { findDraft } from '@/lib/platform/http/form-drafts'
import { localeOf } from '@/lib/platform/i18n/locale'
import { typeset } from '@/lib/platform/i18n/typography'
import { reportErrors } from './report-errors'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports')
  return { title: t('title'), robots: { index: false } }
}

/** Renders the form with which a reader reports a comment; without an account, and without JavaScript. */
export default async function ReportPage({ params, searchParams }: Props) {
  const [{ id }, { brouillon }, t] = await Promise.all([params, searchParams, getTranslations()])
  const comment = z.uuid().safeParse(id).success ? await reportableComment(id) : undefined
  if (!comment) notFound()
  const draft = await findDraft(typeof brouillon === 'string' ? brouillon : undefined)
  const { survey } = comment
  const language = localeOf(survey.article.language)
  const written = comment.language ?? language
  const errors = await reportErrors(draft)
  const wrong = REPORT_FIELDS.filter((field) => errors[field])
  return (
    <>
      <h1 className="font-semibold text-3xl leading-tight">{t('reports.title')}</h1>
      <p className="mt-2 font-sans">
        <a href={`/consultations/${survey.slug}/resultats`}>
          <Words of={language}>{survey.article.title}</Words>
        </a>
      </p>
      <blockquote lang={written} dir="auto" className="mt-6 whitespace-pre-line border-rule border-l-2 pl-4">
        {typeset(comment.text, written)}
      </blockquote>
      {draft && (
        <Notice role="alert" className="mt-6">
          <p>{wrong.length ? t('reports.incomplete') : t(`problems.${draft.code}`)}</p>
          {wrong.map((field) => (
            <p key={field} className="mt-1">
              <a href={`#${field}`}>{errors[field]}</a>
            </p>
          ))}
          {draft.code === 'already_reported' && (
            <p className="mt-1">
              <a href="/signalements">{t('reports.statusTitle')}</a>
            </p>
          )}
        </Notice>
      )}
      <ReportForm
        action={`/api/v1/comments/${id}/reports`}
        typed={Object.fromEntries(draft?.fields ?? [])}
        errors={errors}
        limits={{ law: LAW_LENGTH, explanation: EXPLANATION_LENGTH, email: EMAIL_LENGTH }}
      />
    </>
  )
}
