import { useTranslations } from 'next-intl'
import { FigureTable } from '@/components/ui/figure-table'
import { useFormat } from '@/components/ui/use-format'
import { answersPerHundred } from '@/lib/results/rules/response-rate'
import type { ResultsContext } from '@/lib/results/schema'

type OpeningCountsProps = { context: ResultsContext; versions: boolean }

/**
 * Renders how often the page was opened and how many answered. Two counts, and no rate that could be read as one of
 * people.
 */
export function OpeningCounts({ context, versions }: OpeningCountsProps) {
  const t = useTranslations('results.honesty')
  const { seen, started, ballots } = context
  const ratio = answersPerHundred(context)
  const sentence = () => {
    if (seen === 0) return t('notOpened')
    if (ballots > seen) return t('partly', { ballots })
    return ratio === undefined ? t('opened', { seen, ballots }) : t('openedRatio', { seen, ballots, ratio })
  }
  return (
    <section aria-labelledby="ouvertures" className="mt-7">
      <h4 id="ouvertures" className="font-semibold text-lg">
        {t('openedTitle')}
      </h4>
      <p className="mt-1">
        {sentence()} {versions && t('allVersions')}
      </p>
      {seen > 0 && (
        <p className="mt-2 font-sans text-muted text-sm">
          {t('openings')} {t('started', { started })}
        </p>
      )}
    </section>
  )
}

/** Renders the kinds of page that led readers here, as two columns of counts. */
export function Sources({ sources, versions }: { sources: ResultsContext['sources']; versions: boolean }) {
  const t = useTranslations('results')
  const format = useFormat()
  if (!sources.length) return null
  return (
    <section aria-labelledby="provenance" className="mt-7">
      <h4 id="provenance" className="font-semibold text-lg">
        {t('honesty.sourcesTitle')}
      </h4>
      <p className="font-sans text-muted text-sm">
        {t('honesty.sourcesHint')} {versions && t('honesty.allVersions')}
      </p>
      <FigureTable
        labelledBy="provenance"
        className="mt-3"
        columns={[t('honesty.source'), t('honesty.seenColumn'), t('honesty.ballotsColumn')]}
        rows={sources.map(({ source, seen, ballots }) => ({
          key: source,
          label: t(`sources.${source}`),
          figures: [source === 'unknown' ? '–' : format.number(seen), format.number(ballots)],
        }))}
      />
    </section>
  )
}
