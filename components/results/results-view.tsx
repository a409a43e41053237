import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { useFormat } from '@/components/ui/use-format'
import { ShortHead } from '@/components/verification/short-head'
import { lacksShares, showsShares } from '@/lib/results/rules/figures'
import type { Results } from '@/lib/results/schema'
import { MIN_FOR_SHARES } from '@/lib/surveys/rules/figures'
import type { SurveyView } from '@/lib/surveys/schema'
import { FigureSteps } from './figure-steps'
import { QuestionFigures } from './question-figures'

type ResultsViewProps = {
  survey: SurveyView
  results: Results
  /** Cited results never change, whatever the consultation does. */
  cited?: boolean
}

/** Renders the counts of one consultation with the notes they require: how many, when, and who answered. */
export function ResultsView({ survey, results, cited = false }: ResultsViewProps) {
  const t = useTranslations('results')
  const format = useFormat()
  const { ballots, at, earlier, version } = results
  const date = format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' })
  if (ballots === 0 && earlier > 0)
    return (
      <p className="mt-4 text-lg">
        {t(survey.status === 'open' ? 'emptyVersion' : 'emptyVersionClosed', { version, count: earlier })}
      </p>
    )
  if (ballots === 0)
    return <p className="mt-4 text-lg">{t(survey.status === 'open' ? 'empty' : 'emptyClosed')}</p>
  return (
    <div data-seq={results.seq}>
      <p className="font-sans">
        <strong>{t('ballots', { count: ballots })}</strong>
        <span className="text-muted">
          {' · '}
          <time dateTime={at}>{t('at', { date })}</time>
        </span>
      </p>
      {results.version > 1 && (
        <p className="mt-2 font-sans text-sm">
          {t('version', { version: results.version })}{' '}
          {results.earlier > 0 && t('earlier', { count: results.earlier })}
        </p>
      )}
      {!cited && <FigureSteps survey={survey} results={results} />}
      <p className="mt-2 font-sans text-muted text-sm">
        {t('selfChosen')} {showsShares(survey.questions, results) && t('rounded')}
      </p>
      {lacksShares(survey.questions, results) && (
        <p className="mt-2 font-sans text-sm">{t('fewBallots', { min: MIN_FOR_SHARES })}</p>
      )}
      {survey.questions.map((question) => {
        const figures = results.questions.find((entry) => entry.id === question.id)
        return (
          figures && (
            <section key={question.id} className="mt-8 border-rule border-t pt-6">
              <h3 className="mb-3 font-semibold text-2xl leading-snug">
                <Words of={survey.language}>{question.prompt}</Words>
              </h3>
              <QuestionFigures question={question} figures={figures} language={survey.language} />
            </section>
          )
        )
      })}
      {results.chain && (
        <p className="mt-8 font-sans text-muted text-sm">
          {t('seal', { seq: results.seq })} <ShortHead head={results.chain} />{' '}
          <a href="/verification" className="no-print whitespace-nowrap">
            {t('verify')}
          </a>
        </p>
      )}
    </div>
  )
}
