'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useFormat } from '@/components/ui/use-format'
import type { DeskSurvey } from '@/lib/surveys/queries/desk'
import type { FigureSteps } from '@/lib/surveys/rules/figures'
import { ArticleFields } from './article-fields'
import { Conflict } from './conflict'
import { DraftProblem } from './draft-problem'
import { LifePanel } from './lifecycle-panel'
import { Preview } from './preview'
import { QuestionsEditor } from './questions-editor'
import { useDraft } from './use-draft'

type DraftEditorProps = {
  survey: DeskSurvey
  proposed: string | undefined
  closesAtLocal: string
  textLength: number
  figures: FigureSteps | undefined
}

/** Renders the review of a consultation: the article, its questions, its publication, and a preview for readers. */
export function DraftEditor({ survey, proposed, closesAtLocal, textLength, figures }: DraftEditorProps) {
  const t = useTranslations('desk.review')
  const p = useTranslations('problems')
  const format = useFormat()
  const router = useRouter()
  const saving = useRef<HTMLButtonElement>(null)
  const desk = useDraft(survey, (slug) => {
    if (slug !== survey.draft.slug) router.replace(`/redaction/${slug}`)
  })
  const { draft, fault, theirs } = desk
  const over = survey.status === 'closed' || survey.status === 'archived'
  /** Does what a notice offers. The notice disappears with its button, so focus moves to where the draft is saved. */
  const settle = (act: () => void) => {
    act()
    saving.current?.focus()
  }
  const errorOf = (field: string) => {
    const found = fault?.fields.find((one) => one.field === field)
    return found && p(`fields.${found.code}`, found.values)
  }
  return (
    <>
      {theirs && (
        <Conflict
          mine={draft}
          theirs={theirs}
          onKeep={() => settle(() => desk.keepMine(theirs))}
          onTake={() => settle(() => desk.takeTheirs(theirs))}
        />
      )}
      {desk.restored && (
        <Notice role="status" className="mb-6">
          {t('restored')}{' '}
          <Button
            type="button"
            look="quiet"
            className="min-h-8! px-3! py-1!"
            onClick={() => settle(desk.discard)}
          >
            {t('discard')}
          </Button>
        </Notice>
      )}
      {fault && !theirs && (
        <DraftProblem
          fault={fault}
          open={survey.status === 'open'}
          onSave={(as) => settle(() => desk.save(as))}
        />
      )}
      <ArticleFields
        draft={draft}
        proposed={proposed}
        addressKnown={survey.status !== 'draft'}
        errorOf={errorOf}
        onChange={desk.change}
      />
      <QuestionsEditor
        draft={draft}
        open={survey.status === 'open'}
        over={over}
        errorOf={errorOf}
        onChange={(questions) => desk.change({ questions })}
      />
      <div className="sticky bottom-0 z-10 my-6 flex flex-wrap items-center gap-4 border-rule border-y bg-paper py-3 font-sans">
        <Button
          type="button"
          ref={saving}
          onClick={() => desk.save()}
          aria-disabled={desk.saving || undefined}
        >
          {t(desk.saving ? 'saving' : 'save')}
        </Button>
        <span role="status" className="text-muted text-sm">
          {desk.unsaved
            ? t('unsaved')
            : desk.savedAt && t('saved', { time: format.dateTime(desk.savedAt, { timeStyle: 'short' }) })}
        </span>
      </div>
      <LifePanel
        slug={survey.draft.slug}
        revision={Math.max(desk.revision, survey.revision)}
        status={survey.status}
        opensAt={survey.opensAt}
        closesAt={survey.closesAt}
        closesAtLocal={closesAtLocal}
        figures={figures}
        hidden={draft.resultsVisibility === 'after_closing'}
        unsaved={desk.unsaved}
      />
      <div className="mt-8">
        <Preview draft={draft} textLength={textLength} />
      </div>
    </>
  )
}
