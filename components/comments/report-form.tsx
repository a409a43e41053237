import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { described, Field, TextArea, TextInput } from '@/components/ui/field'
import { FLAG_REASONS } from '@/lib/comments/rules/reasons'

/** The fields of a report, in the order of the form. */
export const REPORT_FIELDS = ['reason', 'law', 'explanation', 'email'] as const
export type ReportField = (typeof REPORT_FIELDS)[number]

type ReportFormProps = {
  action: string
  typed: Partial<Record<ReportField, string>>
  /** What was wrong with a report that was refused. */
  errors: Partial<Record<ReportField, string>>
  limits: Record<'law' | 'explanation' | 'email', number>
}

/** Renders five plain reasons, and a sixth that is a notice of illegal content and needs more fields. */
export function ReportForm({ action, typed, errors, limits }: ReportFormProps) {
  const t = useTranslations('reports')
  const m = useTranslations('moderation')
  return (
    <form method="post" action={action} className="group mt-6 font-sans">
      <fieldset id="reason" aria-describedby={errors.reason && 'reason-error'}>
        <legend className="mb-2 font-semibold">{t('why')}</legend>
        {errors.reason && (
          <p id="reason-error" className="mb-2 border-accent border-l-4 pl-3 font-semibold text-accent">
            {errors.reason}
          </p>
        )}
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
      {/* Opened by the choice above, without a script; a browser that cannot do so always shows it. */}
      <fieldset className="mt-5 border-rule border-l-2 pl-4 group-[:not(:has([value=illegal]:checked))]:hidden">
        <legend className="sr-only">{t('illegal')}</legend>
        <p className="text-sm">{t('illegalHint')}</p>
        <Field id="law" label={t('law')} hint={t('lawHint')} error={errors.law}>
          <TextInput
            {...described('law', { hint: true, error: errors.law })}
            name="law"
            maxLength={limits.law}
            defaultValue={typed.law}
          />
        </Field>
        <Field id="explanation" label={t('explanation')} error={errors.explanation}>
          <TextArea
            {...described('explanation', { error: errors.explanation })}
            name="explanation"
            rows={4}
            maxLength={limits.explanation}
            defaultValue={typed.explanation}
          />
        </Field>
        <Field id="email" label={t('email')} hint={t('emailHint')} error={errors.email}>
          {/* Not type="email": while these fields are closed, a browser would refuse to send and not say why. */}
          <TextInput
            {...described('email', { hint: true, error: errors.email })}
            name="email"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="email"
            maxLength={limits.email}
            defaultValue={typed.email}
          />
        </Field>
        <p className="mt-3 text-sm">{t('goodFaith')}</p>
      </fieldset>
      <Button type="submit" className="mt-5 w-full sm:w-auto">
        {t('send')}
      </Button>
      <p className="mt-3 text-muted text-sm">{t('privacy')}</p>
    </form>
  )
}
