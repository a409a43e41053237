import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { Words } from '@/components/article/words'
import { Notice } from '@/components/ui/notice'
import { choiceField, textField } from '@/lib/ballots/rules/fields'
import { capitalise } from '@/lib/platform/i18n/typography'
import { aspectsOf } from '@/lib/surveys/rules/aspects'
import type { SurveyView } from '@/lib/surveys/schema'
import type { FormError } from './field-error'

type ErrorSummaryProps = { errors: FormError[]; survey: SurveyView; ref?: Ref<HTMLDivElement> }

/** Returns the judgement or question of a field, to distinguish faults. */
function nameOf(field: string, { questions }: SurveyView): string | undefined {
  for (const question of questions) {
    if (field === textField(question.id) || field === choiceField(question.id)) return question.prompt
    const aspect = aspectsOf(question).find((_, index) => field === choiceField(question.id, index))
    if (aspect) return capitalise(aspect.name)
  }
  return undefined
}

/** Lists everything that prevents the ballot from being saved, each a link to its field. */
export function ErrorSummary({ errors, survey, ref }: ErrorSummaryProps) {
  const t = useTranslations('ballot')
  if (!errors.length) return null
  return (
    <Notice role="alert" className="mb-6">
      <div ref={ref} tabIndex={-1}>
        <h3 className="font-semibold">{t('errorTitle')}</h3>
        <ul className="mt-1">
          {errors.map(({ field, message }) => {
            const name = field && nameOf(field, survey)
            return (
              <li key={`${field} ${message}`}>
                {field ? (
                  <a href={`#${field}`}>
                    {name && <Words of={survey.language}>{name}</Words>}
                    {name && ' — '}
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </Notice>
  )
}
