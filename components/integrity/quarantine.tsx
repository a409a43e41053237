import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { useFormat } from '@/components/ui/use-format'
import type { QuarantineView } from '@/lib/ballots/queries/quarantines'
import { DecideForm } from './decide-form'
import { EffectTable } from './effect-table'
import { Finding } from './finding'
import { Picture } from './picture'

type QuarantineProps = { quarantine: QuarantineView; survey: string; noteLength: number }

/**
 * Renders one set of ballots that a rule found: the finding, its chart, its effect on the shares, and the decisions.
 */
export function Quarantine({ quarantine, survey, noteLength }: QuarantineProps) {
  const t = useTranslations('integrity')
  const format = useFormat()
  const { id, rule, state, slug, title, language, effect, acts } = quarantine
  const heading = `ensemble-${id}`
  return (
    <article aria-labelledby={heading} className="border-rule border-t py-7">
      <p className="font-sans font-semibold text-accent text-sm">{t(`state.${state}`)}</p>
      <h2 id={heading} className="font-semibold text-2xl leading-snug">
        {t(`rules.${rule}.name`)}
      </h2>
      <p className="font-sans text-sm">
        <Link href={`/consultations/${slug}/resultats`} prefetch={false}>
          <Words of={language}>{title}</Words>
        </Link>
      </p>
      <div className="gap-10 lg:grid lg:grid-cols-2">
        <div>
          <Finding {...quarantine} />
          <Picture {...quarantine} />
        </div>
        <div className="max-lg:mt-5">
          <h3 className="font-sans font-semibold text-sm">{t('effect')}</h3>
          <EffectTable effect={effect} language={language} />
        </div>
      </div>
      <DecideForm id={id} state={state} survey={survey} noteLength={noteLength} />
      <details className="mt-4 font-sans text-sm">
        <summary className="py-2">{t('history', { count: acts.length })}</summary>
        <ol className="mt-1">
          {acts.map(({ act, by, note, size, at }) => (
            <li key={`${act} ${at}`} className="py-1">
              <time dateTime={at} className="text-muted">
                {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })}
              </time>{' '}
              {t(`acts.${act as 'proposed'}`, { count: size })}
              {' · '}
              {by ?? t('byRule')}
              {note && <span className="block pl-4 text-muted">{note}</span>}
            </li>
          ))}
        </ol>
      </details>
    </article>
  )
}
