'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Qr } from '@/lib/staff/rules/qr'
import { CodeField } from './code-field'
import { FormProblems } from './form-problems'
import { type FormAction, useForm } from './use-form'

export type NewFactor = { spelled: string; uri: string; seal: string; qr: Qr }

/** Renders a new second factor: its key to enter into an app, and the field for the code that proves its receipt. */
export function SecondFactorForm({ action, factor }: { action: FormAction; factor: NewFactor }) {
  const t = useTranslations('administration')
  const { state, pending, form } = useForm(action, 'form-factor')
  // A refused code must not change the key, which is in the app by then. Each render of the page brings a new one.
  const [{ spelled, uri, seal, qr }] = useState(factor)
  return (
    <ol className="wrap-anywhere mt-8 grid list-none gap-8 font-sans">
      <li>
        <p>{t('factorStep1')}</p>
        {/* Dark on white in both schemes, as cameras need it. */}
        <svg
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={t('factorQr')}
          className="mt-4 w-56 max-w-full bg-white"
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill="#000" />
        </svg>
        <p className="mt-3">
          <a href={uri} className="inline-block py-2">
            {t('factorOpen')}
          </a>
        </p>
        <dl className="mt-2 rounded border border-field bg-raised px-4 py-4">
          <dt className="font-semibold">{t('factorKey')}</dt>
          <dd className="mt-1 font-mono text-lg" data-testid="totp-key">
            {spelled}
          </dd>
          <dt className="mt-3 font-semibold">{t('factorUri')}</dt>
          <dd className="mt-1 break-all font-mono text-sm">{uri}</dd>
        </dl>
      </li>
      <li>
        <form {...form} noValidate>
          <FormProblems state={state} title={t('errorTitle')} />
          <p className="mb-4">{t('factorStep2')}</p>
          <input type="hidden" name="seal" value={seal} />
          <CodeField label={t('factorCode')} />
          <Button type="submit" className="mt-5 w-full sm:w-auto" aria-disabled={pending}>
            {t('factorConfirm')}
          </Button>
        </form>
      </li>
    </ol>
  )
}
