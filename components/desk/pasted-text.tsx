'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { Cut } from '@/lib/articles/rules/addresses/limits'
import type { ProblemCode } from '@/lib/platform/http/problem-codes'
import { CutNotes } from './cut-notes'

export type Mark = { start: number; end: number }

type PastedTextProps = {
  text: string
  marks: Mark[]
  cuts: Cut[]
  /** The text is in a language in which no questions are sought. */
  foreign: boolean
  problem?: ProblemCode
}

/** Renders the article as it was pasted, with the presumed closing questions marked in place. */
export function PastedText({ text, marks, cuts, foreign, problem }: PastedTextProps) {
  const t = useTranslations('desk.review')
  const p = useTranslations('problems')
  const box = useRef<HTMLDivElement>(null)
  // Closing questions end the article: the box scrolls to them.
  useEffect(() => {
    const first = box.current?.querySelector('mark')
    if (box.current && first)
      box.current.scrollTop = first.offsetTop - box.current.offsetTop - box.current.clientHeight / 3
  }, [])
  const hint = foreign ? 'foreign' : marks.length ? 'pastedHint' : 'noneFound'
  let at = 0
  const parts = marks.map(({ start, end }) => {
    const before = text.slice(at, start)
    at = end
    return (
      <span key={start}>
        {before}
        <mark className="rounded-sm bg-accent-soft px-0.5 font-semibold text-ink underline decoration-2 decoration-accent">
          {text.slice(start, end)}
        </mark>
      </span>
    )
  })
  return (
    <section aria-labelledby="colle">
      <h2 id="colle" className="font-semibold text-xl">
        {t('pasted')}
      </h2>
      <p className="font-sans text-muted text-sm">{problem ? p(problem) : t(hint)}</p>
      <CutNotes cuts={cuts} />
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-3 max-h-[70vh] overflow-y-auto whitespace-pre-line border-rule border-y py-3 text-sm"
      >
        {parts}
        {text.slice(at)}
      </div>
    </section>
  )
}
