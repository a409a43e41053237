'use client'

import { useRef, useState, useTransition } from 'react'
import { readPage } from '@/lib/articles/actions'
import type { Cut } from '@/lib/articles/rules/addresses/limits'
import { typedAddress } from '@/lib/articles/rules/addresses/typed-address'
import type { Problem } from '@/lib/platform/http/problem-codes'
import { bringInArticle, type NotBroughtIn } from '@/lib/surveys/actions'
import { type Filled, isOtherText, refilled, TYPED, type Typed } from './filled'

/** What a page says of its article beside the fields that an editor sees. */
type Origin = { sourceUrl: string; publishedOn: string }
const NOWHERE: Origin = { sourceUrl: '', publishedOn: '' }

/**
 * Holds the import of an article. A page that is read fills the fields. What it filled leaves with it: when another page
 * is read, a file is chosen, or another text is pasted over it.
 */
export function useBringIn() {
  const form = useRef<HTMLFormElement>(null)
  const filled = useRef<Filled>({})
  const [origin, showOrigin] = useState<Origin>(NOWHERE)
  /** The origin as it will be sent: what is shown follows only when React renders. */
  const sentOrigin = useRef<Origin>(NOWHERE)
  const [problem, setProblem] = useState<Problem>()
  const [known, setKnown] = useState<NotBroughtIn['known']>()
  const [fetchProblem, setFetchProblem] = useState<Problem>()
  const [fetched, setFetched] = useState<Cut[]>()
  const [bringing, bring] = useTransition()
  const [fetching, fetchIt] = useTransition()
  /** While a page is being read: resolves to whether it is in the form. */
  const reading = useRef<Promise<boolean>>(undefined)

  const setOrigin = (next: Origin) => {
    sentOrigin.current = next
    showOrigin(next)
  }

  const fieldOf = (name: string) => {
    const field = form.current?.elements.namedItem(name)
    return field && 'value' in field ? field : undefined
  }
  const typed = (): Typed =>
    Object.fromEntries(TYPED.map((name) => [name, fieldOf(name)?.value ?? ''])) as Typed

  /** Fills the form with what was read, and forgets what the page before filled. */
  const fill = (fields: Filled, from: Partial<Origin> = {}) => {
    const next = refilled(typed(), filled.current, fields)
    for (const name of TYPED) {
      const field = fieldOf(name)
      if (field) field.value = next[name]
    }
    filled.current = fields
    setOrigin({ ...NOWHERE, ...from })
    setKnown(undefined)
    setProblem(undefined)
  }

  const takePage = async () => {
    const url = typedAddress(fieldOf('url')?.value ?? '')
    const read = await readPage(url)
    setFetched(read.ok ? (read.value.cuts ?? []) : undefined)
    setFetchProblem(read.ok ? undefined : read.problem)
    // Of a page that cannot be read the editor pastes the text: it comes from this address.
    if (read.ok) fill(read.value, read.value)
    else fill({}, read.problem.code.startsWith('page_') ? { sourceUrl: url } : {})
    return read.ok
  }

  const readAddress = () =>
    fetchIt(async () => {
      reading.current ??= takePage().finally(() => {
        reading.current = undefined
      })
      await reading.current
    })

  /** An address of which no text was read counts only while it stands in its field. */
  const changeAddress = () => {
    if (!fetchProblem) return
    setFetchProblem(undefined)
    setOrigin(NOWHERE)
  }

  const changeText = (text: string) => {
    if (!isOtherText(filled.current.text, text)) return
    setFetched(undefined)
    fill({ text })
    filled.current = {}
  }

  const takeFile = (text: string) => {
    setFetched(undefined)
    setFetchProblem(undefined)
    fill({ text })
  }

  const send = (again = false) =>
    bring(async () => {
      // Who presses both buttons wants the page's questions, not to be told that there is no text yet.
      if (reading.current && !(await reading.current)) return
      const given = new FormData(form.current ?? undefined)
      given.set('sourceUrl', sentOrigin.current.sourceUrl)
      given.set('publishedOn', sentOrigin.current.publishedOn)
      if (again) given.set('again', 'yes')
      const made = await bringInArticle(given)
      setKnown(made.known)
      setProblem(made.ok || made.known ? undefined : made.problem)
    })

  return {
    form,
    origin,
    forgetOrigin: () => setOrigin(NOWHERE),
    problem,
    known,
    fetchProblem,
    fetched,
    bringing,
    fetching,
    readAddress,
    changeAddress,
    changeText,
    takeFile,
    send,
  }
}
