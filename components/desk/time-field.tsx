import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { described, Field, TextInput } from '@/components/ui/field'
import type { FieldProblem } from '@/lib/platform/http/problem-codes'
import { OCCURRENCES, occurrenceField } from '@/lib/surveys/rules/ambiguous-time'

type TimeFieldProps = {
  name: 'opensAt' | 'closesAt'
  hint: string
  /** The faults of the form, in this field or another. */
  faults: FieldProblem[]
  defaultValue?: string
}

/**
 * Renders a date and time field on the newsroom's clock; where that time occurs twice, also the choice between the two.
 */
export function TimeField({ name, hint, faults, defaultValue }: TimeFieldProps) {
  const t = useTranslations('desk.life')
  const p = useTranslations('problems.fields')
  const code = faults.find(({ field }) => field === name)?.code
  // Once shown the choice stays: the next fault may be in another field, and the selection is kept.
  const [asked, setAsked] = useState(false)
  if (code === 'time_twice' && !asked) setAsked(true)
  return (
    <div>
      <Field id={name} label={t(name)} hint={hint} error={code && p(code)}>
        <TextInput
          {...described(name, { hint: true, error: code })}
          name={name}
          type="datetime-local"
          defaultValue={defaultValue}
        />
      </Field>
      {asked && (
        <fieldset className="mt-2 font-sans text-sm">
          <legend>{t('turn')}</legend>
          {OCCURRENCES.map((occurrence) => (
            <label key={occurrence} className="flex min-h-9 items-center gap-2">
              <input type="radio" name={occurrenceField(name)} value={occurrence} />
              {t(occurrence)}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
