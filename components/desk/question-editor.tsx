import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { described, Field, Select, TextArea } from '@/components/ui/field'
import { isAbstention } from '@/lib/articles/rules/survey/abstention'
import { mayRandomise } from '@/lib/surveys/rules/randomised'
import type { EditableQuestion } from '@/lib/surveys/schema'
import { Findings } from './findings'

const KINDS = ['open', 'single', 'multiple', 'scale', 'aspects'] as const

type QuestionEditorProps = {
  question: EditableQuestion
  index: number
  count: number
  language: 'fr' | 'en'
  /** Only its words can be changed, not what can be answered. */
  wordsOnly: boolean
  errorOf: (field: string) => string | undefined
  onChange: (question: EditableQuestion) => void
  onMove: (by: -1 | 1) => void
  onDrop: () => void
}

/** Renders one question on the desk: its words, its kind, its choices, its position, and objections to it. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { question, index, count, language, wordsOnly, errorOf, onChange, onMove, onDrop } = props
  const t = useTranslations('desk.review')
  const id = (name: string) => `questions.${index}.${name}`
  const change = (part: Partial<EditableQuestion>) => onChange({ ...question, ...part })
  const errors = { prompt: errorOf(id('prompt')), lines: errorOf(id('lines')) }
  return (
    <fieldset className="border-rule border-t py-5">
      <legend className="float-left w-full font-semibold text-lg">
        {t('questionNumber', { number: index + 1 })}
      </legend>
      <div className="clear-both">
        <Field id={id('prompt')} label={t('prompt')} error={errors.prompt}>
          <TextArea
            {...described(id('prompt'), { error: errors.prompt })}
            lang={language}
            rows={2}
            value={question.prompt}
            onChange={(event) => change({ prompt: event.target.value })}
          />
        </Field>
        <Field id={id('kind')} label={t('kind')}>
          <Select
            id={id('kind')}
            disabled={wordsOnly}
            value={question.kind}
            onChange={(event) => change({ kind: event.target.value as EditableQuestion['kind'] })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(kind)}
              </option>
            ))}
          </Select>
        </Field>
        {question.kind !== 'open' && (
          <Field
            id={id('lines')}
            label={t(question.kind === 'aspects' ? 'judgements' : 'options')}
            error={errors.lines}
          >
            <TextArea
              {...described(id('lines'), { error: errors.lines })}
              lang={language}
              rows={3}
              value={question.lines.join('\n')}
              onChange={(event) => change({ lines: event.target.value.split('\n') })}
            />
          </Field>
        )}
        <div className="mt-3 flex flex-wrap gap-x-6 gap-y-1 font-sans text-sm">
          {question.kind !== 'open' && (
            <Check
              label={t('abstain')}
              checked={question.abstain}
              disabled={wordsOnly}
              onChange={(abstain) => change({ abstain })}
            />
          )}
          {mayRandomise({
            kind: question.kind,
            labels: question.lines.filter((line) => line.trim() && !isAbstention(line)),
          }) && (
            <Check
              label={t('randomised')}
              checked={question.randomised ?? false}
              disabled={wordsOnly}
              onChange={(randomised) => change({ randomised })}
            />
          )}
          <Check
            label={t('required')}
            checked={question.required}
            disabled={wordsOnly}
            onChange={(required) => change({ required })}
          />
        </div>
        {!wordsOnly && (
          <>
            <Findings question={question} language={language} onRepair={onChange} />
            <p className="mt-4 flex flex-wrap gap-2">
              <Tool disabled={index === 0} onClick={() => onMove(-1)} label={t('up')} />
              <Tool disabled={index === count - 1} onClick={() => onMove(1)} label={t('down')} />
              <Tool onClick={onDrop} label={t('drop')} />
            </p>
          </>
        )}
      </div>
    </fieldset>
  )
}

type CheckProps = { label: string; checked: boolean; disabled: boolean; onChange: (on: boolean) => void }

function Check({ label, checked, disabled, onChange }: CheckProps) {
  return (
    <label className="flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}

function Tool({
  label,
  onClick,
  disabled = false,
}: {
  label: string
  onClick: () => void
  disabled?: boolean
}) {
  return (
    <Button
      type="button"
      look="quiet"
      className="min-h-9! px-3! py-1! text-sm"
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
