import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ArticleHead } from '@/components/article/article-head'
import { Receipt } from '@/components/ballot/receipt'
import { Comments, type Shown } from '@/components/comments/comments'
import { OwnStates } from '@/components/comments/own-states'
import { ExcludedBallots } from '@/components/results/excluded-ballots'
import { Honesty } from '@/components/results/honesty'
import { LiveResults } from '@/components/results/live-results'
import { ResultsHidden } from '@/components/results/results-hidden'
import { ResultsView } from '@/components/results/results-view'
import { Button } from '@/components/ui/button'
import { LinkRow } from '@/components/ui/link-row'
import { Notice } from '@/components/ui/notice'
import { findLedger } from '@/lib/ballots/queries/ledger'
import { commentsBySide, publishedComments } from '@/lib/comments/queries/public'
import { sidesQuestion } from '@/lib/comments/rules/sides'
import { typeset } from '@/lib/platform/i18n/typography'
import { cookieOf, NEW_RECEIPT_COOKIE, passedReceipt } from '@/lib/readers/cookies'
import { findContext } from '@/lib/results/queries/context'
import { awaitsFigures, findAnsweredVersion, findResults } from '@/lib/results/queries/results'
import { findSurvey, type SurveyRecord } from '@/lib/surveys/queries/public'
import { pushesResults, showsResults } from '@/lib/surveys/rules/lifecycle'
import { cardMetadata } from '../card'
import { ownBallot } from '../own-ballot'
import { commentsOfReader } from '../own-comments'

type Given = Record<'version' | 'textes' | 'avant', string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Given> }

async function commentsFor(survey: SurveyRecord, { textes, avant }: Given): Promise<Shown> {
  if (textes === 'reponses' && sidesQuestion(survey.view.questions))
    return { sides: await commentsBySide(survey) }
  const before = typeof avant === 'string' && /^\d{1,18}$/.test(avant) ? avant : undefined
  return { page: await publishedComments(survey, before), first: before === undefined }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [survey, t] = await Promise.all([findSurvey((await params).slug), getTranslations('results')])
  if (!survey) return {}
  const { view } = survey
  const title = t('titleOf', { title: typeset(view.title, view.language) })
  const results = pushesResults(view) ? await findResults(survey) : undefined
  return cardMetadata(view, results, { title, address: `/consultations/${view.slug}` })
}

/** Renders the results that readers may see by now, with their context and the published comments. */
export default async function ResultsPage({ params, searchParams }: Props) {
  const [{ slug }, given, jar, t] = await Promise.all([params, searchParams, cookies(), getTranslations()])
  const { version } = given
  const latest = await findSurvey(slug)
  const survey = version ? await findSurvey(slug, Number(version)) : latest
  if (!survey || !latest) notFound()
  const { view } = survey
  const shown = showsResults(view)
  const [results, context, ledger, comments] = shown
    ? await Promise.all([
        findResults(survey),
        findContext(survey),
        findLedger(survey),
        commentsFor(survey, given),
      ])
    : []
  const answered =
    version === undefined && results && awaitsFigures(results) ? await findAnsweredVersion(survey) : undefined
  const receipt = passedReceipt(cookieOf(jar, NEW_RECEIPT_COOKIE), view.slug)
  const own = view.status === 'open' ? await ownBallot(latest) : undefined
  const voted = own && !own.withdrawn
  return (
    <>
      <ArticleHead survey={view} brief />
      {receipt && (
        <div className="mt-8">
          <Notice role="status">{t('ballot.thanks')}</Notice>
          <Receipt code={receipt} heading="h2" />
        </div>
      )}
      <section aria-labelledby="resultats" className="mt-10">
        <h2 id="resultats" className="mb-4 font-sans font-semibold text-sm">
          {t('results.title')}
        </h2>
        {results ? (
          <>
            {version === undefined ? (
              <LiveResults survey={view} results={results} />
            ) : (
              <ResultsView survey={view} results={results} />
            )}
            {answered && (
              <section aria-labelledby="anterieure" className="mt-8">
                <h3 id="anterieure" className="font-semibold text-2xl">
                  {t('results.earlierTitle', { version: answered.survey.view.version })}
                </h3>
                <div className="mt-3">
                  <ResultsView survey={answered.survey.view} results={answered.results} />
                </div>
              </section>
            )}
            <Honesty survey={view} context={context} />
            {ledger && <ExcludedBallots survey={view} ledger={ledger} />}
            {results.seq > 0 && version === undefined && (
              <form method="post" action={`/api/v1/surveys/${slug}/snapshots`} className="no-print mt-6">
                <Button type="submit" look="quiet">
                  {t('results.cite')}
                </Button>
                <p className="mt-2 font-sans text-muted text-sm">{t('results.citeHint')}</p>
              </form>
            )}
          </>
        ) : (
          <ResultsHidden closesAt={view.closesAt} />
        )}
      </section>
      {latest.view.version > 1 && (
        <LinkRow className="no-print mt-6">
          {view.version > 1 && (
            <a href={`?version=${view.version - 1}`}>
              {t('results.earlierLink', { version: view.version - 1 })}
            </a>
          )}
          {view.version < latest.view.version && (
            <a href={`/consultations/${slug}/resultats`}>{t('results.latestLink')}</a>
          )}
        </LinkRow>
      )}
      {comments && (
        <Comments survey={view} shown={comments} asked={version ? { version: String(view.version) } : {}} />
      )}
      <OwnStates slug={slug} comments={await commentsOfReader(latest)} />
      {view.status === 'open' && (
        <p className="no-print mt-10 border-rule border-t pt-6 font-sans">
          {/* Plain links: the way back must show the counts as of then, not cached ones. */}
          {voted ? (
            <a href={`/consultations/${slug}/bulletin`}>{t('ballot.edit')}</a>
          ) : (
            <a href={`/consultations/${slug}`}>{t('results.answer')}</a>
          )}
        </p>
      )}
    </>
  )
}
