import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { choiceField, type FormFields, textField } from '@/lib/ballots/rules/fields'
import { capitalise } from '@/lib/platform/i18n/typography'
import { aspectsOf } from '@/lib/surveys/rules/aspects'
import type { QuestionView } from '@/lib/surveys/schema'
import { Choices } from './choices'
import { FieldError } from './field-error'
import { TextAnswer } from './text-answer'

export type QuestionProps = {
  question: QuestionView
  fields: FormFields
  textLength: number
  language: 'fr' | 'en'
}

/** Renders one closing question in the article's own words, with the field for its kind. */
export function Question(props: QuestionProps) {
  const t = useTranslations('ballot')
  const { question, language } = props
  const { id, kind, prompt, required } = question
  const promptId = `question-${id}`
  return (
    <fieldset className="border-rule border-t py-7">
      <legend className="float-left w-full">
        <span id={promptId} className="block font-semibold text-2xl leading-snug">
          <Words of={language}>{prompt}</Words>
        </span>
        <span className="mt-1 mb-4 block font-sans text-muted text-sm">
          {t(required ? 'required' : 'optional')}
          {kind === 'multiple' && ` · ${t('multiple')}`}
        </span>
      </legend>
      <div className="clear-both">
        <Answer {...props} promptId={promptId} />
      </div>
    </fieldset>
  )
}

function Answer({ question, fields, textLength, language, promptId }: QuestionProps & { promptId: string }) {
  const { id, kind, options } = question
  if (kind === 'open') {
    const field = textField(id)
    const value = fields.find(([name]) => name === field)?.[1] ?? ''
    return (
      <>
        <FieldError field={field} />
        <TextAnswer field={field} labelledBy={promptId} value={value} max={textLength} />
      </>
    )
  }
  if (kind === 'aspects') {
    return aspectsOf(question).map((aspect, index) => {
      const field = choiceField(id, index)
      return (
        <fieldset key={aspect.name} className="mt-4 first:mt-0">
          <legend className="mb-2 font-semibold text-lg">
            <Words of={language}>{capitalise(aspect.name)}</Words>
          </legend>
          <FieldError field={field} />
          <Choices
            field={field}
            type="radio"
            options={aspect.options}
            fields={fields}
            language={language}
            layout="row"
          />
        </fieldset>
      )
    })
  }
  const field = choiceField(id)
  return (
    <>
      <FieldError field={field} />
      <Choices
        field={field}
        type={kind === 'multiple' ? 'checkbox' : 'radio'}
        options={options}
        fields={fields}
        language={language}
        layout={kind === 'scale' ? 'row' : 'list'}
      />
    </>
  )
}
