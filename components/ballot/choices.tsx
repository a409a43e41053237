import type { ChangeEvent } from 'react'
import { Words } from '@/components/article/words'
import type { FormFields } from '@/lib/ballots/rules/fields'
import type { OptionView } from '@/lib/surveys/schema'
import { errorId, useFieldError } from './field-error'

type ChoicesProps = {
  field: string
  type: 'radio' | 'checkbox'
  options: OptionView[]
  fields: FormFields
  language: 'fr' | 'en'
  /** The layout of the options: a list to read, or a row to compare. */
  layout?: 'list' | 'row'
}

const LAYOUTS = {
  list: 'grid gap-2',
  row: 'choices-row grid grid-cols-[repeat(auto-fit,minmax(min(5.4rem,100%),1fr))] gap-2',
}

/** Renders the options of one field as native inputs: they work without JavaScript and with any keyboard. */
export function Choices({ field, type, options, fields, language, layout = 'list' }: ChoicesProps) {
  const error = useFieldError(field)
  return (
    <div className={`font-sans ${LAYOUTS[layout]}`}>
      {options.map((option, index) => (
        <label key={option.id} className="choice">
          <input
            type={type}
            id={index === 0 ? field : undefined}
            name={field}
            value={option.id}
            data-abstention={option.stance === 'abstain' || undefined}
            onChange={type === 'checkbox' ? leaveAlone : undefined}
            defaultChecked={fields.some(([name, value]) => name === field && value === String(option.id))}
            aria-describedby={error ? errorId(field) : undefined}
          />
          <span>
            <Words of={language}>{option.label}</Words>
          </span>
        </label>
      ))}
    </div>
  )
}

/** Unticks what excludes the box just ticked: all others beside «sans avis», «sans avis» beside any other. */
function leaveAlone({ currentTarget: ticked }: ChangeEvent<HTMLInputElement>) {
  if (!ticked.checked) return
  for (const other of ticked.form?.elements ?? [])
    if (
      other instanceof HTMLInputElement &&
      other !== ticked &&
      other.name === ticked.name &&
      'abstention' in ticked.dataset !== 'abstention' in other.dataset
    )
      other.checked = false
}
