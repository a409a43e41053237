import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { described, Field, TextInput } from '@/components/ui/field'

type LawFormProps = { lawLength: number; onReject: (law: string) => void }

/** Renders the field for the provision that an illegal text breaks; it is never prefilled. */
export function LawForm({ lawLength, onReject }: LawFormProps) {
  const t = useTranslations('moderation')
  const field = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState(false)
  useEffect(() => field.current?.focus(), [])
  const error = missing && t('lawMissing')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const law = field.current?.value.trim() ?? ''
    if (law) return onReject(law)
    setMissing(true)
    field.current?.focus()
  }
  return (
    <form onSubmit={submit}>
      <Field id="law" label={t('lawLabel')} hint={t('lawHint')} error={error}>
        <TextInput
          {...described('law', { hint: true, error })}
          ref={field}
          maxLength={lawLength}
          autoComplete="off"
        />
      </Field>
      <Button type="submit" className="mt-2">
        {t('rejectIllegal')}
      </Button>
    </form>
  )
}
