import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { useFormat } from '@/components/ui/use-format'
import type { ResultsContext } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'
import { OpeningCounts, Sources } from './opening-counts'
import { Timeline } from './timeline'

type HonestyProps = {
  survey: SurveyView
  /** Undefined while it loads, and for results that were cited before contexts were stored. */
  context: ResultsContext | undefined
}

/**
 * Renders what readers must know before they quote a figure. Who could answer, that they were not sampled, how many saw
 * it, where they came from and when, and what follows. Worded after AAPOR's guidance on opt-in samples.
 */
export function Honesty({ survey, context }: HonestyProps) {
  const t = useTranslations('results.honesty')
  const { opensAt, closesAt } = context ?? survey
  const over = context?.over ?? survey.status !== 'open'
  return (
    <section aria-labelledby="methode" className="mt-10 border-rule border-t pt-6">
      <h3 id="methode" className="font-semibold text-xl">
        {t('title')}
      </h3>
      <h4 className="mt-4 font-semibold text-lg">{t('whoTitle')}</h4>
      <ul className="mt-1 list-disc space-y-1.5 pl-6">
        <li>
          {t.rich('who', {
            source: () => <Words of={survey.language}>{survey.source.name}</Words>,
          })}
        </li>
        {opensAt && (
          <li>
            <Period opensAt={opensAt} closesAt={closesAt} over={over} />
          </li>
        )}
        <li>{t('chosen')}</li>
        <li>{t('once')}</li>
      </ul>
      {context && (
        <>
          <OpeningCounts context={context} versions={survey.version > 1} />
          <Sources sources={context.sources} versions={survey.version > 1} />
          <Timeline course={context.course} versions={survey.version > 1} />
        </>
      )}
      <h4 className="mt-7 font-semibold text-lg">{t('cannotTitle')}</h4>
      <ul className="mt-1 list-disc space-y-1.5 pl-6">
        <li>{t('cannot')}</li>
        <li>{t('sampling')}</li>
        <li>{t('difference')}</li>
      </ul>
    </section>
  )
}

type PeriodProps = { opensAt: string; closesAt: string | undefined; over: boolean }

function Period({ opensAt, closesAt, over }: PeriodProps) {
  const t = useTranslations('results.honesty')
  const format = useFormat()
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' })
  if (!closesAt) return t('since', { opens: date(opensAt) })
  return t(over ? 'during' : 'until', { opens: date(opensAt), closes: date(closesAt) })
}
