'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ATTEMPT_FIELD, FORM_FIELD, type FormFields } from '@/lib/ballots/rules/fields'
import type { BallotView } from '@/lib/ballots/schema'
import type { ProblemCode } from '@/lib/platform/http/problem-codes'
import type { Results } from '@/lib/results/schema'
import type { QuestionView, SurveyView } from '@/lib/surveys/schema'
import { endAttempt, sharedAttempt } from './attempt'
import type { FormError } from './field-error'
import { solveProofOfWork } from './proof-of-work'
import { type Answer, deleteBallot, sendBallot, tellStarted } from './requests'

/** What a form needs to know of its reader's existing ballot. */
export type Own = Omit<BallotView, 'cells'>

export type BallotStart = {
  fields: FormFields
  errors: FormError[]
  own?: Own | undefined
  /** The questions in this reader's order. */
  questions: QuestionView[]
  /** Identifies a first vote from this page, so that it counts once however often it is sent. */
  attempt: string
  /** The draft that waits, and when it may be sent. */
  wait?: { draft: string; until: string } | undefined
}
export type Outcome = { kind: 'cast' | 'changed'; receipt?: string; results: Results | null }
/** The problem (lib/platform/http/problem-codes.ts) that only a page rendered by the server can solve. */
const TEXT_AT_STAKE: ProblemCode = 'text_at_stake'

type Work = 'sending' | 'withdrawing'

/** Maximum proofs for one ballot: the price may have risen while the work was done. */
const MAX_PROOFS = 3

const isTextAtStake = (answer: Answer<unknown>) =>
  !answer.ok && answer.errors !== 'network' && answer.code === TEXT_AT_STAKE

/** Holds a reader's ballot in the browser: its content, the request under way and its outcome. */
export function useBallot(survey: SurveyView, start: BallotStart) {
  const t = useTranslations('ballot')
  const [fields, setFields] = useState(start.fields)
  const [restored, setRestored] = useState(false)
  const [errors, setErrors] = useState(start.errors)
  const [own, setOwn] = useState(start.own)
  const [outcome, setOutcome] = useState<Outcome>()
  const [work, setWork] = useState<Work>()
  const begun = useRef(Boolean(start.own) || start.errors.length > 0)
  const [progress, setProgress] = useState<number>()
  const { slug, version } = survey

  /** Restores what was in this form before its page was reloaded. */
  function restore(kept: FormFields) {
    // The form was begun before the reload.
    begun.current = true
    setFields(kept)
    setRestored(true)
  }

  /** Reports the first input to a first ballot, once. */
  function begin() {
    if (begun.current) return
    begun.current = true
    tellStarted(slug, start.attempt)
  }

  const settle = <T>(answer: Answer<T>) => {
    setWork(undefined)
    if (answer.ok) {
      setErrors([])
      return answer
    }
    setErrors(answer.errors === 'network' ? [{ message: t('network') }] : answer.errors)
    return undefined
  }

  /** Sends the form, and does the work that is requested when many ballots arrive at once. */
  async function deliver(form: FormData) {
    let answer = await sendBallot(slug, form)
    for (let proofs = 0; !answer.ok && answer.challenge && proofs < MAX_PROOFS; proofs++) {
      setProgress(0)
      const proof = await solveProofOfWork(answer.challenge, setProgress)
      setProgress(undefined)
      if (!proof) return undefined
      answer = await sendBallot(slug, form, proof)
    }
    return answer
  }

  async function send(element: HTMLFormElement) {
    if (work) return
    setWork('sending')
    const form = new FormData(element)
    setFields([...form].map(([name, value]) => [name, String(value)]))
    if (!own) {
      form.set(ATTEMPT_FIELD, await sharedAttempt(start.attempt))
      form.set(FORM_FIELD, start.attempt)
    }
    const answer = await deliver(form)
    // A browser that cannot do the work waits, as it would without JavaScript. A form that never showed an existing
    // text is returned by the server with it.
    if (!answer || isTextAtStake(answer)) return element.submit()
    const sent = settle(answer)
    if (!sent) return
    endAttempt()
    setOutcome({ ...sent.value, kind: sent.status === 201 ? 'cast' : 'changed' })
    const now = new Date().toISOString()
    const revision = sent.value.revision ?? own?.revision ?? 0
    setOwn({
      slug,
      version,
      withdrawn: false,
      revision,
      texts: sent.value.texts,
      castAt: own?.castAt ?? now,
      changedAt: now,
      answers: [],
    })
  }

  async function withdraw() {
    if (work) return
    setWork('withdrawing')
    if (!settle(await deleteBallot(slug))) return
    setOutcome(undefined)
    if (own) setOwn({ ...own, withdrawn: true })
  }

  const edit = () => setOutcome(undefined)
  return { fields, restored, restore, errors, own, outcome, work, progress, begin, send, withdraw, edit }
}
