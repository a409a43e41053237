import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { described, Field, TextArea, TextInput } from '@/components/ui/field'
import { FLAG_REASONS } from '@/lib/comments/rules/reasons'

type ReportFormProps = {
  action: string
  typed: Record<string, string>
  limits: Record<'law' | 'explanation' | 'email', number>
}

/** Five plain reasons, and a sixth that is a notice of illegal content and asks for more. */
export function ReportForm({ action, typed, limits }: ReportFormProps) {
  const t = useTranslations('reports')
  const m = useTranslations('moderation')
  return (
    <form method="post" action={action} className="mt-6 font-sans">
      <fieldset>
        <legend className="mb-2 font-semibold">{t('why')}</legend>
        <div className="grid gap-2">
          {[...FLAG_REASONS, 'illegal' as const].map((reason) => (
            <label key={reason} className="choice">
              <input
                type="radio"
                name="reason"
                value={reason}
                required
                defaultChecked={typed.reason === reason}
              />
              {reason === 'illegal' ? t('illegal') : m(`reason.${reason}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="mt-5 border-rule border-t pt-3">
        <legend className="pr-2 font-semibold">{t('illegalTitle')}</legend>
        <p className="text-muted text-sm">{t('illegalHint')}</p>
        <Field id="law" label={t('law')} hint={t('lawHint')}>
          <TextInput
            {...described('law', { hint: true })}
            name="law"
            maxLength={limits.law}
            defaultValue={typed.law}
          />
        </Field>
        <Field id="explanation" label={t('explanation')}>
          <TextArea
            id="explanation"
            name="explanation"
            rows={4}
            maxLength={limits.explanation}
            defaultValue={typed.explanation}
          />
        </Field>
        <Field id="email" label={t('email')} hint={t('emailHint')}>
          <TextInput
            {...described('email', { hint: true })}
            name="email"
            type="email"
            autoComplete="email"
            maxLength={limits.email}
            defaultValue={typed.email}
          />
        </Field>
      </fieldset>
      <Button type="submit" className="mt-5 w-full sm:w-auto">
        {t('send')}
      </Button>
      <p className="mt-3 text-muted text-sm">{t('privacy')}</p>
    </form>
  )
}
