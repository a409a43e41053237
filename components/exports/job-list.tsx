'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { StatusMessage } from '@/components/ui/status-message'
import { useFormat } from '@/components/ui/use-format'
import { cancelExportAction } from '@/lib/exports/actions'
import type { JobView } from '@/lib/exports/schema'
import { useJobs } from './use-jobs'

const MINUTE = 60
const KILO = 1000

type JobListProps = {
  slug: string
  given: JobView[]
  /** The job just cancelled, from the address. */
  cancelled: string | string[] | undefined
}

/** Lists the requested files of a consultation: their progress, and links to them. */
export function JobList({ slug, given, cancelled }: JobListProps) {
  const t = useTranslations('desk.exports')
  const { jobs, ready } = useJobs(slug, given)
  return (
    <>
      <p role="status" className="sr-only">
        {ready && t('readyNow', { name: ready })}
      </p>
      {jobs.length === 0 && <p className="mt-2">{t('none')}</p>}
      <ul className="mt-3">
        {jobs.map((job) => (
          <Job key={job.id} slug={slug} job={job} isNews={job.id === cancelled} />
        ))}
      </ul>
      <noscript>
        <p className="mt-3 font-sans">
          <a href={`/redaction/${slug}/exports#fichiers`}>{t('refresh')}</a>
        </p>
      </noscript>
    </>
  )
}

function Job({ slug, job, isNews }: { slug: string; job: JobView; isNews: boolean }) {
  const t = useTranslations('desk.exports')
  const format = useFormat()
  const { input, state, file } = job
  const day = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium' })
  const what =
    input.format === 'bundle'
      ? 'ZIP'
      : input.format === 'polis'
        ? t('formats.polis')
        : `${t(`tables.${input.table}`)} · ${t(`formats.${input.format}`)}`
  return (
    <li className="border-rule border-b py-4 font-sans" data-state={state}>
      <p>
        <span className="font-semibold">{what}</span> <span>— {t(`states.${state}`)}</span>
      </p>
      <p className="text-muted text-sm">{t('asked', { name: job.askedBy, date: day(job.askedAt) })}</p>
      {isNews && state === 'cancelled' && (
        <StatusMessage className="mt-3">{t('cancelled', { name: what })}</StatusMessage>
      )}
      {job.problem && <p className="mt-1">{t(`failed.${job.problem}`)}</p>}
      {state === 'writing' && <Progress job={job} label={what} />}
      {file && (
        <>
          <p className="mt-2">
            <a href={file.path} download>
              {t('get')} {file.name}
            </a>{' '}
            <span className="text-muted text-sm">
              {t('lines', { count: job.rows })} ·{' '}
              {format.number(Math.max(1, Math.round(file.bytes / KILO)), { style: 'unit', unit: 'kilobyte' })}{' '}
              · {t('kept', { date: day(file.until) })}
            </span>
          </p>
          <p className="mt-1 break-all text-muted text-xs">
            {t('hash')} <code>{file.sha256}</code>
          </p>
        </>
      )}
      {(state === 'waiting' || state === 'writing' || state === 'ready') && (
        <ActionForm id={`form-${job.id}`} action={cancelExportAction.bind(null, slug)} className="mt-2">
          <input type="hidden" name="job" value={job.id} />
          <Button type="submit" look="quiet" aria-label={`${t(file ? 'remove' : 'cancel')} ${what}`}>
            {t(file ? 'remove' : 'cancel')}
          </Button>
        </ActionForm>
      )}
    </li>
  )
}

function Progress({ job: { rows, total = 0, secondsLeft }, label }: { job: JobView; label: string }) {
  const t = useTranslations('desk.exports')
  const format = useFormat()
  return (
    <p className="mt-2">
      <progress
        className="h-3 w-full accent-accent"
        aria-label={label}
        value={Math.min(rows, total)}
        max={Math.max(1, total)}
      />
      <span className="text-muted text-sm">
        {t('progress', { rows: format.number(rows), total: format.number(total) })}
        {secondsLeft !== undefined && ' · '}
        {secondsLeft !== undefined &&
          (secondsLeft > MINUTE
            ? t('minutesLeft', { minutes: Math.ceil(secondsLeft / MINUTE) })
            : t('left', { seconds: secondsLeft }))}
      </span>
    </p>
  )
}
