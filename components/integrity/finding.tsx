import { useTranslations } from 'next-intl'
import { useFormat } from '@/components/ui/use-format'
import type { QuarantineView } from '@/lib/ballots/queries/quarantines'

type FindingProps = Pick<QuarantineView, 'rule' | 'facts' | 'also' | 'size' | 'from' | 'to'>

/** Renders what a rule found, in a sentence with its numbers. */
export function Finding({ rule, facts, also, size, from, to }: FindingProps) {
  const t = useTranslations('integrity')
  const format = useFormat()
  const percent = (name: string) => format.number(Math.round((facts[name] ?? 0) * 1000) / 10)
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <>
      <p className="mt-2">
        {t('size', { count: size, networks: facts.networks ?? 0, from: time(from), to: time(to) })}
      </p>
      <p className="mt-2">
        {t(rule === 'token' && facts.stale ? 'stale' : `rules.${rule}.found`, {
          share: percent('share'),
          elsewhere: percent('elsewhere'),
          limit: facts.limit ?? 0,
          second: facts.second ?? 0,
          seconds: Math.round(facts.seconds ?? 0),
          perMinute: Math.round(facts.perMinute ?? 0),
        })}
      </p>
      {also.length > 0 && (
        <p className="mt-2 font-sans text-muted text-sm">
          {t('also', { rules: format.list(also.map((other) => t(`rules.${other}.name`))) })}
        </p>
      )}
    </>
  )
}
