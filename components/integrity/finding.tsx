import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import type { QuarantineView } from '@/lib/ballots/queries/quarantines'
import { capitalise } from '@/lib/platform/i18n/typography'
import { Share } from '@/lib/results/rules/shares'

type FindingProps = Pick<QuarantineView, 'rule' | 'facts' | 'also' | 'size' | 'from' | 'to'>

/** Renders what a rule found, in a sentence with its numbers. */
export function Finding({ rule, facts, also, size, from, to }: FindingProps) {
  const t = useTranslations('integrity')
  const words = useTranslations('results')
  const format = useFormat()
  const share = (name: string) => Share.of(facts[name] ?? 0, 1, 1)?.label(words, 1) ?? ''
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <>
      <p className="mt-2">
        {t('size', { count: size, networks: facts.networks ?? 0, from: time(from), to: time(to) })}
      </p>
      <p className="mt-2">
        {/* A share may begin the sentence: «Plus de 99,9 % …». */}
        {capitalise(
          t(rule === 'token' && facts.stale ? 'stale' : `rules.${rule}.found`, {
            share: share('share'),
            elsewhere: share('elsewhere'),
            limit: facts.limit ?? 0,
            second: facts.second ?? 0,
            seconds: Math.round(facts.seconds ?? 0),
            perMinute: Math.round(facts.perMinute ?? 0),
          }),
        )}
      </p>
      {also.length > 0 && (
        <p className="mt-2 font-sans text-muted text-sm">
          {t('also', { rules: format.list(also.map((other) => t(`rules.${other}.name`))) })}
        </p>
      )}
    </>
  )
}
