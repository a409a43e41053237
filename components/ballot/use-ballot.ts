'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type FormFields, fieldsOf } from '@/lib/ballots/rules/fields'
import type { BallotView } from '@/lib/ballots/schema'
import type { Results } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'
import type { FormError } from './field-error'
import { type Answer, deleteBallot, fetchBallot, sendBallot } from './requests'

export type BallotStart = { fields: FormFields; errors: FormError[]; own?: BallotView | undefined }
export type Outcome = { kind: 'cast' | 'changed'; receipt?: string; results: Results | null }
type Work = 'sending' | 'withdrawing'

const hasVotedHere = () => /(?:^|; )avis_voted=1/.test(document.cookie)

/** A reader's ballot in the browser: what it holds, what is being done with it and what came of it. */
export function useBallot(survey: SurveyView, start: BallotStart) {
  const t = useTranslations('ballot')
  const [fields, setFields] = useState(start.fields)
  const [errors, setErrors] = useState(start.errors)
  const [own, setOwn] = useState(start.own)
  const [outcome, setOutcome] = useState<Outcome>()
  const [work, setWork] = useState<Work>()
  const attempt = useRef('')
  const touched = useRef(false)

  // The page is the same for everyone: whether this reader has answered is asked for, if they may have.
  const { slug, questions } = survey
  useEffect(() => {
    if (start.own || start.errors.length || !hasVotedHere()) return
    let left = false
    fetchBallot(slug).then((answer) => {
      if (left || touched.current || !answer.ok) return
      setOwn(answer.value)
      setFields(fieldsOf(questions, answer.value.answers))
    })
    return () => {
      left = true
    }
  }, [slug, questions, start.own, start.errors.length])

  const settle = <T>(answer: Answer<T>): T | undefined => {
    setWork(undefined)
    if (answer.ok) {
      setErrors([])
      return answer.value
    }
    setErrors(answer.errors === 'network' ? [{ message: t('network') }] : answer.errors)
    return undefined
  }

  async function send(form: FormData) {
    if (work) return
    setWork('sending')
    attempt.current ||= crypto.randomUUID()
    setFields([...form].map(([name, value]) => [name, String(value)]))
    const cast = settle(await sendBallot(slug, form, attempt.current))
    if (!cast) return
    setOutcome({ ...cast, kind: own && !own.withdrawn ? 'changed' : 'cast' })
    const now = new Date().toISOString()
    setOwn({ slug, withdrawn: false, castAt: own?.castAt ?? now, changedAt: now, answers: [] })
  }

  async function withdraw() {
    if (work) return
    setWork('withdrawing')
    const done = settle(await deleteBallot(slug))
    if (!done) return
    setOutcome(undefined)
    if (own) setOwn({ ...own, withdrawn: true })
  }

  return {
    fields,
    errors,
    own,
    outcome,
    work,
    send,
    withdraw,
    edit: () => setOutcome(undefined),
    touch: () => {
      touched.current = true
    },
  }
}
