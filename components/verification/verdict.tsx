import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'
import { Answers } from './answers'
import type { Checked } from './ask'
import { ShortHead } from './short-head'

type VerdictProps = Omit<Checked, 'shown'> & { by: 'browser' | 'server' }

/**
 * Renders what a check found, in plain words: the ballot as it is counted, and its link in the chain. Names the seal up
 * to which it was checked.
 */
export function VerdictView({ survey, ballot, verdict, by }: VerdictProps) {
  const t = useTranslations('verification')
  const format = useFormat()
  const sound = verdict.kind === 'sound'
  return (
    <>
      <Notice tone={sound ? 'plain' : 'problem'}>
        <h2 className="font-semibold text-lg">
          {t(sound ? (ballot.withdrawn ? 'soundWithdrawn' : 'sound') : verdict.kind)}
        </h2>
        <p className="mt-1">
          {t(`explained.${verdict.kind}`, { seq: verdict.kind === 'absent' || sound ? 0 : verdict.seq })}
        </p>
      </Notice>
      {sound && (
        <ul className="mt-4 list-disc space-y-1.5 pl-6">
          <li>
            {t(verdict.link.kind === 'carried' ? 'carried' : 'linked', {
              seq: verdict.link.seq,
              date: format.dateTime(new Date(verdict.link.at), { dateStyle: 'long', timeStyle: 'short' }),
            })}
          </li>
          {ballot.revision > 1 && <li>{t('revision', { count: ballot.revision - 1 })}</li>}
          <li>
            {t('followed', { count: verdict.end.seq - verdict.link.seq })}{' '}
            {t('seal', { seq: verdict.end.seq })} <ShortHead head={verdict.end.head} />
          </li>
          <li>{t(by === 'browser' ? 'byBrowser' : 'byServer')}</li>
        </ul>
      )}
      <section aria-labelledby="compte" className="mt-6">
        <h2 id="compte" className="font-semibold font-serif text-xl">
          {t(ballot.withdrawn ? 'nothingCounted' : 'counted')}
        </h2>
        {!ballot.withdrawn && <Answers survey={survey} cells={ballot.cells} />}
        <p className="mt-4">
          <a href={`/consultations/${survey.slug}/resultats`}>{t('results')}</a>
        </p>
      </section>
    </>
  )
}
