'use client'

import { useEffect, useRef, useState } from 'react'
import type { FieldProblem, ProblemCode } from '@/lib/platform/http/problem-codes'
import { saveSurvey } from '@/lib/surveys/actions'
import type { DeskSurvey } from '@/lib/surveys/queries/desk'
import type { Draft } from '@/lib/surveys/schema'

type Kept = { revision: number; draft: Draft }
/** `stake` is how many answers the present questions have, where a change of them was refused. */
export type DraftFault = { code: ProblemCode; fields: FieldProblem[]; stake?: number | undefined }

const keyOf = (id: number) => `avis:draft:${id}`

function readKept(id: number): Kept | undefined {
  try {
    const text = localStorage.getItem(keyOf(id))
    return text ? (JSON.parse(text) as Kept) : undefined
  } catch {
    // The browser stores nothing, or its stored value is not ours: there is nothing to restore.
    return undefined
  }
}

function writeKept(id: number, kept: Kept | undefined) {
  try {
    if (kept) localStorage.setItem(keyOf(id), JSON.stringify(kept))
    else localStorage.removeItem(keyOf(id))
  } catch {
    // Private windows and full disks: the draft is still in the page, and saving still works.
  }
}

const same = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Holds a draft in the browser: edited at once, kept on this device until it is saved, never written over another
 * editor's.
 */
export function useDraft(survey: DeskSurvey, onSaved: (slug: string) => void) {
  const [base, setBase] = useState({ draft: survey.draft, revision: survey.revision })
  const [draft, setDraft] = useState(survey.draft)
  const [fault, setFault] = useState<DraftFault>()
  const [theirs, setTheirs] = useState<DeskSurvey>()
  const [restored, setRestored] = useState(false)
  const [saving, setSaving] = useState(false)
  const [savedAt, setSavedAt] = useState<Date>()
  const ready = useRef(false)
  const unsaved = !same(draft, base.draft)

  useEffect(() => {
    const kept = readKept(survey.id)
    if (kept && !same(kept.draft, survey.draft)) {
      setDraft(kept.draft)
      // Saved over the revision it began with: what others saved since is shown, not overwritten.
      setBase({ draft: survey.draft, revision: kept.revision })
      setRestored(true)
    }
    ready.current = true
  }, [survey.id, survey.draft])

  useEffect(() => {
    if (ready.current) writeKept(survey.id, unsaved ? { revision: base.revision, draft } : undefined)
  }, [survey.id, draft, base.revision, unsaved])

  // Opening or closing the survey changes its revision, not its draft.
  useEffect(() => {
    setBase((now) => (same(now.draft, survey.draft) ? { ...now, revision: survey.revision } : now))
  }, [survey.revision, survey.draft])

  async function save(as?: 'version' | 'correction') {
    if (saving) return
    setSaving(true)
    const saved = await saveSurvey(base.draft.slug, base.revision, draft, as).catch(() => undefined)
    setSaving(false)
    setTheirs(saved && !saved.ok ? saved.current : undefined)
    if (!saved?.ok) {
      const { code, fields } = saved?.problem ?? { code: 'database_unavailable' }
      setFault({ code, fields: fields ?? [], stake: saved?.stake })
      return
    }
    setFault(undefined)
    setRestored(false)
    setBase({ draft, revision: saved.value.revision })
    setSavedAt(new Date())
    onSaved(saved.value.slug)
  }

  const takeTheirs = (current: DeskSurvey) => {
    setDraft(current.draft)
    settle(current)
  }
  const settle = (current: DeskSurvey) => {
    setBase({ draft: current.draft, revision: current.revision })
    setTheirs(undefined)
    setFault(undefined)
    setRestored(false)
  }

  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
    revision: base.revision,
    fault,
    theirs,
    restored,
    unsaved,
    saving,
    savedAt,
    save,
    takeTheirs,
    /** Overwrites what the other editor saved, now that this one has seen it. */
    keepMine: settle,
    discard: () => {
      setDraft(base.draft)
      setBase({ draft: survey.draft, revision: survey.revision })
      setRestored(false)
    },
  }
}
