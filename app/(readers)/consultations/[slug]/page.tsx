import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ArticleHead } from '@/components/article/article-head'
import { BallotForm } from '@/components/ballot/ballot-form'
import { ResultsHidden } from '@/components/results/results-hidden'
import { ResultsDoor } from '@/components/results/results-link'
import { fieldsOf } from '@/lib/ballots/rules/fields'
import { TEXT_LENGTH } from '@/lib/ballots/schema'
import { typeset } from '@/lib/platform/i18n/typography'
import { findResults } from '@/lib/results/queries/results'
import { findSurvey } from '@/lib/surveys/queries/public'
import { pushesResults, showsResults } from '@/lib/surveys/rules/lifecycle'
import { cardMetadata } from './card'
import { formQuestions, formToken, noteOpening } from './form-token'
import { ownBallot } from './own-ballot'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const survey = await findSurvey((await params).slug)
  if (!survey) return {}
  const { view } = survey
  const [title, address] = [typeset(view.title, view.language), `/consultations/${view.slug}`]
  const results = pushesResults(view) ? await findResults(survey) : undefined
  return { description: view.summary, ...(await cardMetadata(view, results, { title, address })) }
}

/** Renders a consultation: its article, its questions and the ballot form. */
export default async function ConsultationPage({ params }: Props) {
  const survey = await findSurvey((await params).slug)
  if (!survey) notFound()
  const { view } = survey
  if (view.status !== 'open') redirect(`/consultations/${view.slug}/resultats`)
  const own = await ownBallot(survey)
  // A returning reader who has answered is no new opening.
  if (!own) await noteOpening(survey)
  const attempt = await formToken(view)
  const fields = own ? fieldsOf(view.questions, own.answers) : []
  return (
    <>
      <ArticleHead survey={view} />
      <BallotForm
        survey={view}
        textLength={TEXT_LENGTH}
        start={{ fields, errors: [], own, attempt, questions: formQuestions(view, attempt, own) }}
      >
        {showsResults(view) ? (
          <ResultsDoor survey={view} />
        ) : (
          <div className="mt-10">
            <ResultsHidden closesAt={view.closesAt} />
          </div>
        )}
      </BallotForm>
    </>
  )
}
