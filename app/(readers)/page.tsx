import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SurveyEntry } from '@/components/article/survey-entry'
import { alternates } from '@/lib/platform/i18n/locale'
import { listSurveys } from '@/lib/surveys/queries/public'

export const metadata: Metadata = { alternates: alternates('/') }

/** Lists the open consultations, then the closed ones. */
export default async function HomePage() {
  await connection()
  const t = await getTranslations('home')
  const surveys = await listSurveys()
  const open = surveys.filter((survey) => survey.status === 'open')
  const closed = surveys.filter((survey) => survey.status !== 'open')
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight sm:text-5xl">{t('title')}</h1>
      <p className="mt-4 text-lg text-muted">{t('lead')}</p>
      <section className="mt-10" aria-labelledby="ouvertes">
        <h2 id="ouvertes" className="mb-3 font-sans font-semibold text-sm">
          {t('open')}
        </h2>
        {open.map((survey) => (
          <SurveyEntry key={survey.slug} survey={survey} />
        ))}
        {open.length === 0 && (
          <p className="border-rule border-t py-6 text-lg">
            {t('empty')} {t('emptyNext')}
          </p>
        )}
      </section>
      {closed.length > 0 && (
        <section className="mt-10" aria-labelledby="closes">
          <h2 id="closes" className="mb-3 font-sans font-semibold text-sm">
            {t('closed')}
          </h2>
          {closed.map((survey) => (
            <SurveyEntry key={survey.slug} survey={survey} />
          ))}
        </section>
      )}
    </>
  )
}
