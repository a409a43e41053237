'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { QuestionEditor } from '@/components/desk/question-editor'
import { EffectTable } from '@/components/integrity/effect-table'
import { DeskBar } from '@/components/moderation/desk-bar'
import { MarkedText } from '@/components/moderation/marked-text'
import { Tabs } from '@/components/moderation/tabs'
import { localeOf } from '@/lib/platform/i18n/locale'
import type { EditableQuestion } from '@/lib/surveys/schema'
import { Specimen, Specimens } from './specimen'

const WAITING = {
  to_see: 12,
  reported: 3,
  appeals: 1,
  escalated: 0,
  quarantine: 0,
  published: 340,
  rejected: 17,
}
const QUEUE = {
  chosenCount: 0,
  undoable: undefined,
  decide: async () => undefined,
  undo: async () => undefined,
  unselect: () => undefined,
  move: () => undefined,
}
const DECIDED = { act: 'publish', until: 0, comments: [{ comment: 'specimen', decision: '1' }] }
const ignore = () => undefined

/** Renders what editors and moderators work with; no control here decides anything. */
export function Staff() {
  const t = useTranslations('appearance.system')
  const language = localeOf(useLocale())
  const [question, setQuestion] = useState<EditableQuestion>({
    kind: 'aspects',
    prompt: t('sample.prompt'),
    required: false,
    abstain: true,
    lines: [t('sample.aspect'), t('sample.otherAspect')],
  })
  const text = t('sample.pointed', { words: t('sample.words') })
  const start = text.indexOf(t('sample.words'))
  const findings = [{ rule: 'links' as const, start, end: start + t('sample.words').length }]
  const effect = [
    { question: t('sample.question'), option: t('sample.for'), before: 42.9, after: 75, points: 32.1 },
    { question: t('sample.question'), option: t('sample.against'), before: 57.1, after: 25, points: -32.1 },
  ]
  return (
    <Specimens title={t('staff')}>
      <Specimen name={t('state.tabs')}>
        <Tabs counts={WAITING} queue="to_see" />
      </Specimen>
      <Specimen name={t('state.marked')}>
        <blockquote className="border-rule border-l-2 pl-4 text-xl">
          <MarkedText text={text} findings={findings} />
        </blockquote>
      </Specimen>
      <Specimen name={t('state.deciding')}>
        <DeskBar queue={{ ...QUEUE, chosenCount: 2 }} onReject={ignore} onHelp={ignore} />
      </Specimen>
      <Specimen name={t('state.decided')}>
        <DeskBar queue={{ ...QUEUE, undoable: DECIDED }} onReject={ignore} onHelp={ignore} />
      </Specimen>
      <Specimen name={t('state.effect')}>
        <EffectTable effect={effect} language={language} />
      </Specimen>
      <Specimen name={t('state.editing')}>
        <QuestionEditor
          question={question}
          index={0}
          count={1}
          language={language}
          wordsOnly={false}
          errorOf={ignore}
          onChange={setQuestion}
          onMove={ignore}
          onDrop={ignore}
        />
      </Specimen>
    </Specimens>
  )
}
