import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Draft, EditableQuestion } from '@/lib/surveys/schema'
import { QuestionEditor } from './question-editor'

type QuestionsEditorProps = {
  draft: Draft
  /** Readers may be answering: a change of wording creates a new version. */
  open: boolean
  /** Nobody can answer any more: only words can be corrected. */
  over: boolean
  errorOf: (field: string) => string | undefined
  onChange: (questions: EditableQuestion[]) => void
}

const NEW: EditableQuestion = { kind: 'single', prompt: '', required: false, lines: [], abstain: true }

/** Renders the questions in their order: each can be edited, moved or deleted, and a deletion undone. */
export function QuestionsEditor({ draft, open, over, errorOf, onChange }: QuestionsEditorProps) {
  const t = useTranslations('desk.review')
  const { questions, language } = draft
  const [before, setBefore] = useState<EditableQuestion[]>()
  const list = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const undo = useRef<HTMLButtonElement>(null)

  const move = (index: number, by: -1 | 1) => {
    const moved = [...questions]
    const [question] = moved.splice(index, 1)
    if (question) moved.splice(index + by, 0, question)
    onChange(moved)
    // Focus moves with the question, so that it can be moved further.
    requestAnimationFrame(() => {
      const place = list.current?.children[index + by]
      const tools = [...(place?.querySelectorAll<HTMLButtonElement>('p button') ?? [])]
      const wanted = tools[by < 0 ? 0 : 1]
      ;(wanted?.disabled ? tools.find((tool) => !tool.disabled) : wanted)?.focus()
    })
  }
  return (
    <section aria-labelledby="questions" className="mt-10">
      <h2 id="questions" ref={heading} className="mb-3 font-semibold text-xl" tabIndex={-1}>
        {t('questions')}
      </h2>
      {(open || over) && <Notice className="mb-4">{t(open ? 'frozen' : 'frozenOver')}</Notice>}
      {errorOf('questions') && (
        <p className="mb-3 font-sans font-semibold text-accent">{errorOf('questions')}</p>
      )}
      <div ref={list}>
        {questions.map((question, index) => (
          <QuestionEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: questions have no identity before they are asked; every field is controlled
            key={index}
            question={question}
            index={index}
            count={questions.length}
            language={language}
            wordsOnly={over}
            errorOf={errorOf}
            onChange={(changed) => onChange(questions.with(index, changed))}
            onMove={(by) => move(index, by)}
            onDrop={() => {
              setBefore(questions)
              onChange(questions.filter((_, place) => place !== index))
              // The pressed button is gone, or belongs to another question by now.
              requestAnimationFrame(() => undo.current?.focus())
            }}
          />
        ))}
      </div>
      {before && (
        <Notice role="status" className="mb-4">
          {t('dropped')}{' '}
          <Button
            type="button"
            look="quiet"
            ref={undo}
            className="min-h-8! px-3! py-1!"
            onClick={() => {
              onChange(before)
              setBefore(undefined)
              heading.current?.focus()
            }}
          >
            {t('undo')}
          </Button>
        </Notice>
      )}
      {!over && (
        <Button type="button" look="quiet" onClick={() => onChange([...questions, NEW])}>
          {t('add')}
        </Button>
      )}
    </section>
  )
}
