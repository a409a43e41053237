import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { Notice } from '@/components/ui/notice'
import type { FormError } from './field-error'

/** Everything that keeps the ballot from being saved, each a link to its field. */
export function ErrorSummary({ errors, ref }: { errors: FormError[]; ref?: Ref<HTMLDivElement> }) {
  const t = useTranslations('ballot')
  if (!errors.length) return null
  return (
    <Notice role="alert" className="mb-6">
      <div ref={ref} tabIndex={-1}>
        <h3 className="font-semibold">{t('errorTitle')}</h3>
        <ul className="mt-1">
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </Notice>
  )
}
