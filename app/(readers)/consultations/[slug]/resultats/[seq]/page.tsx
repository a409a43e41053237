import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ArticleHead } from '@/components/article/article-head'
import { Words } from '@/components/article/words'
import { Corrections } from '@/components/results/corrections'
import { Honesty } from '@/components/results/honesty'
import { ResultsView } from '@/components/results/results-view'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { pageOrigin } from '@/lib/platform/http/page-origin'
import { getFormat } from '@/lib/platform/i18n/next-intl'
import { typeset } from '@/lib/platform/i18n/typography'
import { cardMetadata } from '../../card'
import { citedResults } from './cited'

type Props = { params: Promise<{ slug: string; seq: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, seq } = await params
  const [found, t, format] = await Promise.all([
    citedResults({ slug, seq }),
    getTranslations('results'),
    getFormat(),
  ])
  if (!found) return {}
  const date = format.dateTime(new Date(found.results.at), { dateStyle: 'long' })
  const { view } = found
  const title = t('citedTitleOf', { date, title: typeset(view.title, view.language) })
  return cardMetadata(view, found.results, {
    title,
    address: `/consultations/${slug}/resultats/${seq}`,
  })
}

/** Renders results as they were when they were cited: this page never changes its figures. */
export default async function SnapshotPage({ params }: Props) {
  const { slug, seq } = await params
  const found = await citedResults({ slug, seq })
  if (!found) notFound()
  const { view, results, context, corrections } = found
  const [t, format, origin] = await Promise.all([getTranslations('results'), getFormat(), pageOrigin()])
  const path = `/consultations/${slug}/resultats/${seq}`
  const address = new URL(path, origin).href
  const date = format.dateTime(new Date(results.at), { dateStyle: 'long', timeStyle: 'short' })
  const title = typeset(view.title, view.language)
  const citation = t('citationText', {
    title,
    source: typeset(view.source.name, view.language),
    count: results.ballots,
    date,
  })
  const [before, ...after] = citation.split(title)
  return (
    <>
      <ArticleHead survey={view} brief />
      <Notice className="mt-6">
        {t('frozen', { date })} <a href={`/consultations/${slug}/resultats`}>{t('current')}</a>
      </Notice>
      <Corrections made={corrections} language={view.language} />
      <section aria-labelledby="resultats" className="mt-10">
        <h2 id="resultats" className="mb-4 font-sans font-semibold text-sm">
          {t('title')}
        </h2>
        <ResultsView survey={view} results={results} cited />
        <Honesty survey={view} context={context} />
      </section>
      <section id="citation" aria-labelledby="titre-citation" className="mt-10 border-rule border-t pt-6">
        <h2 id="titre-citation" className="font-semibold text-xl">
          {t('citation')}
        </h2>
        <blockquote className="mt-2 border-rule border-l-2 pl-4" data-testid="citation">
          {before}
          <Words of={view.language}>{view.title}</Words>
          {after.join(title)}{' '}
          <a href={address} className="break-all">
            {address}
          </a>
        </blockquote>
        <CopyButton
          text={`${citation} ${address}`}
          label={t('copyCitation')}
          done={t('citationCopied')}
          className="mt-3"
        />
        <p className="mt-3 break-all font-sans text-muted text-sm">
          {t('hash', { hash: results.hash })}{' '}
          <a href={`/api/v1/surveys/${slug}/results/${seq}`}>{t('raw')}</a>
        </p>
      </section>
    </>
  )
}
