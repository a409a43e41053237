import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ArticleHead } from '@/components/article/article-head'
import { Receipt } from '@/components/ballot/receipt'
import { Comments } from '@/components/results/comments'
import { ResultsHidden } from '@/components/results/results-hidden'
import { ResultsView } from '@/components/results/results-view'
import { Notice } from '@/components/ui/notice'
import { publishedComments } from '@/lib/comments/queries'
import { NEW_RECEIPT_COOKIE, VOTED_COOKIE } from '@/lib/readers/cookies'
import { findResults } from '@/lib/results/queries'
import { findSurvey } from '@/lib/surveys/queries'
import { showsResults } from '@/lib/surveys/rules/life'
import { typeset } from '@/lib/typography'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [survey, t] = await Promise.all([findSurvey((await params).slug), getTranslations('results')])
  return survey ? { title: `${t('pageTitle')} : ${typeset(survey.view.title)}` } : {}
}

export default async function ResultsPage({ params }: Props) {
  const [{ slug }, jar, t] = await Promise.all([params, cookies(), getTranslations()])
  const survey = await findSurvey(slug)
  if (!survey) notFound()
  const { view } = survey
  const shown = showsResults(view)
  const [results, comments] = shown
    ? await Promise.all([findResults(survey), publishedComments(slug)])
    : [undefined, []]
  const receipt = jar.get(NEW_RECEIPT_COOKIE)?.value
  const voted = jar.has(VOTED_COOKIE)
  return (
    <>
      <ArticleHead survey={view} brief />
      {receipt && (
        <div className="mt-8">
          <Notice role="status">{t('ballot.thanks')}</Notice>
          <Receipt code={receipt} />
        </div>
      )}
      <section aria-labelledby="resultats" className="mt-10">
        <h2 id="resultats" className="mb-4 font-sans font-semibold text-sm">
          {t('results.title')}
        </h2>
        {results ? (
          <ResultsView survey={view} results={results} />
        ) : (
          <ResultsHidden closesAt={view.closesAt} />
        )}
      </section>
      <Comments survey={view} comments={comments} />
      {view.status === 'open' && (
        <p className="no-print mt-10 border-rule border-t pt-6 font-sans">
          {voted ? (
            // A page of this reader's own: never fetched ahead, never from the router's memory.
            <a href={`/consultations/${slug}/bulletin`}>{t('ballot.edit')}</a>
          ) : (
            <Link href={`/consultations/${slug}`}>{t('results.answer')}</Link>
          )}
        </p>
      )}
    </>
  )
}
