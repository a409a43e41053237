import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ArticleHead } from '@/components/article/article-head'
import { Honesty } from '@/components/results/honesty'
import { ResultsView } from '@/components/results/results-view'
import { Notice } from '@/components/ui/notice'
import { env } from '@/lib/env'
import { findSnapshot } from '@/lib/results/queries/results'
import { isIntact } from '@/lib/results/rules/snapshot'
import { originOf } from '@/lib/staff/rules/origin'
import { findSurvey } from '@/lib/surveys/queries/public'
import { typeset } from '@/lib/typography'

type Props = { params: Promise<{ slug: string; seq: string }> }

async function snapshotOf({ slug, seq }: { slug: string; seq: string }) {
  const latest = await findSurvey(slug)
  const results = latest && (await findSnapshot(latest, seq))
  const survey = results && (await findSurvey(slug, results.version))
  if (!survey || !results) return undefined
  // Figures that are not what their hash is of are shown to nobody: the page fails, and the log says why.
  if (!isIntact(results)) throw new Error(`the cited results ${slug} ${seq} do not have their hash`)
  return { survey, results }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [found, t, format] = await Promise.all([
    snapshotOf(await params),
    getTranslations('results'),
    getFormatter(),
  ])
  if (!found) return {}
  const date = format.dateTime(new Date(found.results.at), { dateStyle: 'long' })
  return { title: `${t('citedTitle', { date })}\u00a0: ${typeset(found.survey.view.title)}` }
}

/** Results as they were when somebody cited them: this page never says anything else. */
export default async function SnapshotPage({ params }: Props) {
  const { slug, seq } = await params
  const found = await snapshotOf({ slug, seq })
  if (!found) notFound()
  const { survey, results } = found
  const [t, format, host] = await Promise.all([
    getTranslations('results'),
    getFormatter(),
    headers().then((given) => given.get('host')),
  ])
  const path = `/consultations/${slug}/resultats/${seq}`
  const address = new URL(path, originOf(env().AVIS_ORIGIN, host)).href
  const date = format.dateTime(new Date(results.at), { dateStyle: 'long', timeStyle: 'medium' })
  return (
    <>
      <ArticleHead survey={survey.view} brief />
      <Notice className="mt-6">
        {t('frozen', { date })} <a href={`/consultations/${slug}/resultats`}>{t('current')}</a>
      </Notice>
      <section aria-labelledby="resultats" className="mt-10">
        <h2 id="resultats" className="mb-4 font-sans font-semibold text-sm">
          {t('title')}
        </h2>
        <ResultsView survey={survey.view} results={results} />
        <Honesty survey={survey.view} />
      </section>
      <section id="citation" aria-labelledby="titre-citation" className="mt-10 border-rule border-t pt-6">
        <h2 id="titre-citation" className="font-semibold text-xl">
          {t('citation')}
        </h2>
        <blockquote className="mt-2 border-rule border-l-2 pl-4" data-testid="citation">
          {typeset(
            t('citationText', {
              title: survey.view.title,
              source: survey.view.source.name,
              count: results.ballots,
              date,
            }),
          )}{' '}
          <a href={address} className="break-all">
            {address}
          </a>
        </blockquote>
        <p className="mt-2 break-all font-sans text-muted text-sm">
          {t('hash', { hash: results.hash })}{' '}
          <a href={`/api/v1/surveys/${slug}/results/${seq}`}>{t('raw')}</a>
        </p>
      </section>
    </>
  )
}
