import { useTranslations } from 'next-intl'
import { EffectTable } from '@/components/integrity/effect-table'
import type { Ledger } from '@/lib/ballots/schema'
import { optionName } from '@/lib/surveys/rules/aspects'
import type { SurveyView } from '@/lib/surveys/schema'

type ExcludedBallotsProps = { survey: SurveyView; ledger: Ledger }

/**
 * Renders what was received, what counts and what does not, by the rule that found it, and the effect on the results.
 */
export function ExcludedBallots({ survey, ledger: { received, counted, setAside } }: ExcludedBallotsProps) {
  const t = useTranslations('integrity')
  const all = useTranslations('results.honesty')
  const nameOf = (questionId: number, optionId: number) => {
    const question = survey.questions.find(({ id }) => id === questionId)
    const option = question?.options.find(({ id }) => id === optionId)
    return { question: question?.prompt ?? '', option: option ? optionName(option, survey.language) : '' }
  }
  const aside = received - counted
  return (
    <section aria-labelledby="registre" className="mt-10 border-rule border-t pt-6">
      <h3 id="registre" className="font-semibold text-xl">
        {t('ledger')}
      </h3>
      <p className="mt-2">
        {t('ledgerCount', { received, counted, aside })} {survey.version > 1 && all('allVersions')}
      </p>
      {setAside.map(({ rule, ballots, effect }) => (
        <section key={rule} aria-labelledby={`ecart-${rule}`} className="mt-5">
          <h4 id={`ecart-${rule}`} className="font-semibold">
            {t('ledgerRule', { rule: t(`rules.${rule}.name`), count: ballots })}
          </h4>
          <p>{t(`rules.${rule}.looks`)}</p>
          <EffectTable
            language={survey.language}
            effect={effect.map((one) => ({ ...one, ...nameOf(one.questionId, one.optionId) }))}
          />
        </section>
      ))}
      {aside > 0 && <p className="mt-3 font-sans text-muted text-sm">{t('ledgerNote')}</p>}
    </section>
  )
}
