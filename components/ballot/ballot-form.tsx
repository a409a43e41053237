'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'
import { ATTEMPT_FIELD, REVISION_FIELD, TEXTS_FIELD, WAIT_FIELD } from '@/lib/ballots/rules/fields'
import type { SurveyView } from '@/lib/surveys/schema'
import { ErrorSummary } from './error-summary'
import { FormErrors } from './field-error'
import { ProofProgress } from './proof-progress'
import { Question } from './question'
import { Thanks } from './thanks'
import { type BallotStart, type Own, useBallot } from './use-ballot'
import { useKeptFields } from './use-kept-fields'
import { WaitNotice } from './wait-notice'

type BallotFormProps = {
  survey: SurveyView
  textLength: number
  start: BallotStart
  /** Content below the form until there is an answer. */
  children?: ReactNode
}

/**
 * Renders the ballot. Without JavaScript it is a plain form, posted to the API and answered by a page. With JavaScript,
 * the same request is sent in place and the results replace the form.
 */
export function BallotForm({ survey, textLength, start, children }: BallotFormProps) {
  const t = useTranslations('ballot')
  const ballot = useBallot(survey, start)
  const { fields, errors, own, outcome, work } = ballot
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const answered = useRef(false)
  const holds = Boolean(own && !own.withdrawn)
  const held = useRef(holds)
  const action = `/api/v1/surveys/${survey.slug}/ballot`

  useKeptFields(survey.slug, form, ballot.restore)

  useEffect(() => {
    if (errors.length) summary.current?.focus()
  }, [errors])

  // After a return from the results, by «modifier» or «retirer», focus moves to the start of the form.
  useEffect(() => {
    if (!outcome && answered.current) heading.current?.focus()
    answered.current = Boolean(outcome)
  }, [outcome])

  // The withdraw button disappears with the ballot, so focus must move elsewhere.
  useEffect(() => {
    if (held.current && !holds) heading.current?.focus()
    held.current = holds
  }, [holds])

  if (outcome) {
    return (
      <Thanks
        survey={survey}
        outcome={outcome}
        onEdit={ballot.edit}
        onWithdraw={ballot.withdraw}
        work={work}
        errors={errors}
      />
    )
  }
  return (
    <section aria-labelledby="bulletin" className="mt-12">
      <h2 id="bulletin" ref={heading} tabIndex={-1} className="mb-5 font-sans font-semibold text-sm">
        {t('title')}
      </h2>
      {own && <OwnNotice own={own} version={survey.version} />}
      {start.wait && <WaitNotice until={start.wait.until} />}
      <ErrorSummary errors={errors} survey={survey} ref={summary} />
      <FormErrors value={errors}>
        <form
          // Fields read their initial values only once.
          key={String(ballot.restored)}
          ref={form}
          method="post"
          action={action}
          noValidate
          onInput={ballot.begin}
          onSubmit={(event) => {
            event.preventDefault()
            ballot.send(event.currentTarget)
          }}
        >
          <input type="hidden" name={ATTEMPT_FIELD} value={start.attempt} />
          {own && <input type="hidden" name={REVISION_FIELD} value={own.revision} />}
          {own?.texts !== undefined && <input type="hidden" name={TEXTS_FIELD} value={own.texts} />}
          {start.wait && <input type="hidden" name={WAIT_FIELD} value={start.wait.draft} />}
          {start.questions.map((question) => (
            <Question
              key={question.id}
              question={question}
              fields={fields}
              textLength={textLength}
              language={survey.language}
            />
          ))}
          <div className="border-rule border-t pt-6">
            <Button type="submit" className="w-full sm:w-auto" aria-disabled={work ? true : undefined}>
              {work === 'sending' ? t('sending') : t(holds ? 'change' : 'send')}
            </Button>
            <ProofProgress progress={ballot.progress} />
            <p className="mt-3 font-sans text-muted text-sm">{t('anonymous')}</p>
          </div>
        </form>
      </FormErrors>
      {holds && (
        <form
          method="post"
          action={`${action}/withdrawal`}
          className="mt-4"
          onSubmit={(event) => {
            event.preventDefault()
            ballot.withdraw()
          }}
        >
          <Button type="submit" look="quiet" aria-disabled={work ? true : undefined}>
            {t(work === 'withdrawing' ? 'withdrawing' : 'withdraw')}
          </Button>
        </form>
      )}
      {children}
    </section>
  )
}

/** Tells this reader that they have answered already, or have withdrawn the answer. */
function OwnNotice({ own, version }: { own: Own; version: number }) {
  const t = useTranslations('ballot')
  const format = useFormat()
  const date = format.dateTime(new Date(own.changedAt), { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Notice role="status" className="mb-6">
      {own.withdrawn ? t('withdrawn') : t(own.version === version ? 'already' : 'otherVersion', { date })}
    </Notice>
  )
}
