import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { TABLES } from '@/lib/exports/rules/table'
import { FORMAT_NAMES } from '@/lib/exports/schema'
import { requireRole } from '@/lib/staff/gate'
import { findSurvey } from '@/lib/surveys/queries/public'
import { typeset } from '@/lib/typography'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.exports')
  return { title: t('title') }
}

/** What a consultation gathered, as files. */
export default async function ExportsPage({ params }: Props) {
  await requireRole('editor')
  const [{ slug }, t] = await Promise.all([params, getTranslations('desk.exports')])
  const survey = await findSurvey(slug)
  if (!survey) notFound()
  const file = `/api/v1/surveys/${slug}/exports/file`
  return (
    <div className="max-w-3xl">
      <h1 className="font-semibold text-3xl leading-tight tracking-tight">{t('title')}</h1>
      <p className="mt-2 font-sans">
        <Link href={`/redaction/${slug}`}>{typeset(survey.view.title)}</Link>
      </p>
      <section aria-labelledby="tout" className="mt-8 border-rule border-t pt-5">
        <h2 id="tout" className="font-semibold text-xl">
          {t('all')}
        </h2>
        <p className="mt-1">{t('allExplain')}</p>
        <p className="mt-3">
          <a
            href={`${file}?format=bundle`}
            download
            className="inline-block rounded bg-accent px-5 py-3 font-sans font-semibold text-on-accent no-underline hover:opacity-90"
          >
            {t('bundle')}
          </a>
        </p>
      </section>
      <section aria-labelledby="table" className="mt-8 border-rule border-t pt-5">
        <h2 id="table" className="font-semibold text-xl">
          {t('one')}
        </h2>
        <form method="get" action={file} className="gap-x-5 sm:grid sm:grid-cols-2">
          <Field id="quoi" label={t('table')}>
            <Select id="quoi" name="table">
              {TABLES.map((name) => (
                <option key={name} value={name}>
                  {t(`tables.${name}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field id="format" label={t('format')}>
            <Select id="format" name="format">
              {FORMAT_NAMES.filter((name) => name !== 'bundle').map((name) => (
                <option key={name} value={name}>
                  {t(`formats.${name}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field id="from" label={t('from')}>
            <TextInput id="from" name="from" type="date" />
          </Field>
          <Field id="to" label={t('to')}>
            <TextInput id="to" name="to" type="date" />
          </Field>
          <label className="mt-4 flex items-center gap-3 font-sans sm:col-span-2">
            <input type="checkbox" name="allTexts" value="yes" />
            {t('allTexts')}
          </label>
          <p className="mt-5 sm:col-span-2">
            <Button type="submit" look="quiet">
              {t('download')}
            </Button>
          </p>
        </form>
      </section>
      <p className="mt-8 font-sans text-muted text-sm">{t('note')}</p>
    </div>
  )
}
