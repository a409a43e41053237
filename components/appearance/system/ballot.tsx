'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Choices } from '@/components/ballot/choices'
import { FieldError, FormErrors } from '@/components/ballot/field-error'
import { Question } from '@/components/ballot/question'
import { TextAnswer } from '@/components/ballot/text-answer'
import { localeOf } from '@/lib/platform/i18n/locale'
import { sampleOptions, useSampleQuestion } from './samples'
import { Specimen, Specimens } from './specimen'

const TEXT_LENGTH = 2000

/** Renders the controls of a ballot in each of their states; none of them sends anything. */
export function Ballot() {
  const t = useTranslations('appearance.system')
  const language = localeOf(useLocale())
  const options = sampleOptions([t('sample.for'), t('sample.against')])
  const chosen = String(options[0]?.id)
  const lists = { options, language, type: 'radio' } as const
  const question = useSampleQuestion()
  const errors = [
    { field: 'specimen-faulty', message: t('sample.error') },
    { field: 'specimen-text', message: t('sample.error') },
  ]
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Specimens title={t('ballot')}>
        <Specimen name={t('state.unchosen')}>
          <Choices {...lists} field="specimen-unchosen" fields={[]} />
        </Specimen>
        <Specimen name={t('state.chosen')}>
          <Choices {...lists} field="specimen-chosen" fields={[['specimen-chosen', chosen]]} />
        </Specimen>
        <Specimen name={t('state.focus')} focus="inside">
          <Choices {...lists} options={options.slice(0, 1)} field="specimen-focus" fields={[]} />
        </Specimen>
        <Specimen name={t('state.disabled')}>
          <fieldset disabled>
            <Choices {...lists} field="specimen-off" fields={[['specimen-off', chosen]]} />
          </fieldset>
        </Specimen>
        <Specimen name={t('state.multiple')}>
          <Choices {...lists} type="checkbox" field="specimen-many" fields={[['specimen-many', chosen]]} />
        </Specimen>
        <FormErrors value={errors}>
          <Specimen name={t('state.error')}>
            <FieldError field="specimen-faulty" />
            <Choices {...lists} field="specimen-faulty" fields={[]} />
          </Specimen>
          <Specimen name={t('state.text')}>
            <span id="specimen-prompt" className="font-semibold">
              {t('sample.label')}
            </span>
            <FieldError field="specimen-text" />
            <TextAnswer field="specimen-text" labelledBy="specimen-prompt" value="" max={TEXT_LENGTH} />
          </Specimen>
        </FormErrors>
        <Specimen name={t('state.question')}>
          <Question question={question} fields={[]} textLength={TEXT_LENGTH} language={language} />
        </Specimen>
      </Specimens>
    </form>
  )
}
