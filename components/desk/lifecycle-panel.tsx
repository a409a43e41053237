'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'
import type { Problem } from '@/lib/platform/http/problem-codes'
import { changeClosing, type Moved, moveSurvey, publish } from '@/lib/surveys/actions'
import type { FigureSteps } from '@/lib/surveys/rules/figures'
import type { SurveyStatus } from '@/lib/surveys/schema'
import { Faults } from './faults'
import { TimeField } from './time-field'

type LifePanelProps = {
  slug: string
  revision: number
  status: SurveyStatus
  opensAt: string | undefined
  closesAt: string | undefined
  /** The closing time as its field accepts it, on the newsroom's clock. */
  closesAtLocal: string
  /** How readers see its figures; undefined where every answer shows at once. */
  figures: FigureSteps | undefined
  /** Whether readers see no figures before it closes. */
  hidden: boolean
  unsaved: boolean
}

/** Renders the state of a consultation, and the acts possible now. */
export function LifePanel(props: LifePanelProps) {
  const { slug, revision, status, closesAtLocal, unsaved } = props
  const t = useTranslations('desk.life')
  const p = useTranslations('problems')
  const zone = useTimeZone() ?? ''
  const [problem, setProblem] = useState<Problem>()
  const [pending, start] = useTransition()
  const heading = useRef<HTMLHeadingElement>(null)
  const known = useRef(status)

  // The possible acts change with each step, and the last one's button is gone: focus moves to the message.
  useEffect(() => {
    if (known.current !== status) heading.current?.focus()
    known.current = status
  }, [status])

  const run = (work: () => Promise<Moved>) =>
    start(async () => {
      const moved = await work()
      setProblem(moved.ok ? undefined : moved.problem)
    })
  const move = (name: Parameters<typeof moveSurvey>[2], label: string) => (
    <Button
      type="button"
      look="quiet"
      aria-disabled={pending || undefined}
      onClick={() => run(() => moveSurvey(slug, revision, name))}
    >
      {label}
    </Button>
  )
  const faults = problem?.fields ?? []
  // The times have their own fields here, which say what is wrong with them.
  const incomplete = faults.filter(({ field }) => field !== 'opensAt' && field !== 'closesAt')
  const closing = (
    <TimeField
      name="closesAt"
      hint={t('closesHint', { zone })}
      faults={faults}
      defaultValue={closesAtLocal}
    />
  )
  return (
    <section aria-labelledby="publication" className="border-rule border-t pt-6">
      <h2 id="publication" ref={heading} tabIndex={-1} className="font-semibold text-xl">
        {t('title')}
      </h2>
      <LifeTimes {...props} />
      <PublicFigures {...props} />
      {problem && (
        <Notice role="alert" className="mt-3">
          {incomplete.length > 0 ? t('incomplete') : p(problem.code)}
          <ul>
            <Faults faults={incomplete} />
          </ul>
        </Notice>
      )}
      {status === 'draft' && (
        <form
          className="mt-3"
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            if (!unsaved) run(() => publish(slug, revision, form))
          }}
        >
          <div className="items-end sm:grid sm:grid-cols-2 sm:gap-x-5">
            <TimeField name="opensAt" hint={t('opensHint', { zone })} faults={faults} />
            {closing}
          </div>
          <Button type="submit" className="mt-4" aria-disabled={pending || unsaved || undefined}>
            {t(pending ? 'publishing' : 'publish')}
          </Button>
          {unsaved && <p className="mt-2 font-sans text-muted text-sm">{t('saveFirst')}</p>}
        </form>
      )}
      {(status === 'open' || status === 'scheduled') && (
        <form
          className="mt-3"
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            run(() => changeClosing(slug, revision, form))
          }}
        >
          {closing}
          <p className="mt-3 flex flex-wrap gap-2">
            <Button type="submit" look="quiet" aria-disabled={pending || undefined}>
              {t('changeClosing')}
            </Button>
            {status === 'open' ? move('close', t('close')) : move('unschedule', t('unschedule'))}
          </p>
        </form>
      )}
      {status === 'closed' && (
        <p className="mt-3 flex flex-wrap gap-2">
          {move('reopen', t('reopen'))}
          {move('archive', t('archive'))}
        </p>
      )}
    </section>
  )
}

/** Renders when readers see figures, and what they cannot see in them. */
function PublicFigures({ status, figures, hidden }: LifePanelProps) {
  const t = useTranslations('desk.life')
  if (status === 'closed' || status === 'archived') return null
  const sentence = () => {
    if (!figures) return hidden ? undefined : t('figuresAtOnce')
    return hidden ? t('figuresHidden', figures) : t('figures', { ...figures, most: 2 * figures.every - 1 })
  }
  return <p className="mt-2 font-sans text-muted text-sm">{sentence()}</p>
}

function LifeTimes({ slug, status, opensAt, closesAt }: LifePanelProps) {
  const t = useTranslations('desk.life')
  const format = useFormat()
  const date = (at: string | undefined) =>
    at ? format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' }) : ''
  if (status === 'draft') return null
  return (
    <p className="mt-2 font-sans">
      {status === 'scheduled' && t('scheduledFor', { date: date(opensAt) })}
      {status === 'open' && t('openSince', { date: date(opensAt) })}
      {status === 'closed' && t('closedSince', { date: date(closesAt) })}
      {status === 'archived' && t('archived')}{' '}
      {(status === 'open' || status === 'scheduled') && closesAt && t('closesOn', { date: date(closesAt) })}{' '}
      {status !== 'scheduled' && <a href={`/consultations/${slug}`}>{t('see')}</a>}
    </p>
  )
}
