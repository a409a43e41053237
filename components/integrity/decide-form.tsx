import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { described, Field, TextInput } from '@/components/ui/field'
import { decideQuarantineAction } from '@/lib/ballots/actions'
import type { QuarantineView } from '@/lib/ballots/queries/quarantines'

/** The acts possible in each state of a quarantine; the expected one first. */
const ACTS = {
  proposed: ['set_aside', 'dismissed'],
  set_aside: ['lifted'],
  lifted: ['set_aside'],
  dismissed: ['reopened'],
} as const

type DecideFormProps = Pick<QuarantineView, 'id' | 'state'> & { survey: string; noteLength: number }

/** Renders the possible acts, with a note to colleagues. Plain buttons of a plain form. */
export function DecideForm({ id, state, survey, noteLength }: DecideFormProps) {
  const t = useTranslations('integrity')
  const field = `note-${id}`
  return (
    <ActionForm id={`form-${id}`} action={decideQuarantineAction} className="mt-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="survey" value={survey} />
      <Field id={field} label={t('note')} hint={t('noteHint')}>
        <TextInput {...described(field, { hint: true })} name="note" maxLength={noteLength} />
      </Field>
      <p className="mt-3 flex flex-wrap gap-3">
        {ACTS[state].map((act, index) => (
          <Button
            key={act}
            name="act"
            value={act}
            look={index === 0 && state === 'proposed' ? 'primary' : 'quiet'}
          >
            {t(`do.${act}`)}
          </Button>
        ))}
      </p>
    </ActionForm>
  )
}
