'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FormProblems } from '@/components/staff/form-problems'
import { type FormAction, useForm } from '@/components/staff/use-form'
import { Button } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { FORMAT_NAMES, STATEMENT_LENGTH, TABLES } from '@/lib/exports/rules/table'

/** `action` knows the consultation. */
type ExportFormProps = { action: FormAction }

/** Renders the request for a file; after a refusal the selection stays. */
function ExportForm({ id, action, children }: ExportFormProps & { id: string; children: ReactNode }) {
  const t = useTranslations('desk.exports')
  const { state, form } = useForm(action, id)
  return (
    <form {...form}>
      <FormProblems state={state} title={t('refused')} />
      {children}
    </form>
  )
}

/** Renders what a file may hold beyond what readers see. */
function Extras() {
  const t = useTranslations('desk.exports')
  return (
    <div className="my-3 font-sans sm:col-span-2">
      {(['allTexts', 'setAside'] as const).map((name) => (
        <label key={name} className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name={name} value="yes" className="size-5 shrink-0 accent-accent" />
          {t(name)}
        </label>
      ))}
    </div>
  )
}

/** Renders the request for a bundle of all of a consultation's files. */
export function BundleForm({ action }: ExportFormProps) {
  const t = useTranslations('desk.exports')
  return (
    <ExportForm id="form-bundle" action={action}>
      <input type="hidden" name="format" value="bundle" />
      <Extras />
      <Button type="submit">{t('bundle')}</Button>
    </ExportForm>
  )
}

/** Renders the request for one table, of one version of the questions if there are several. */
export function TableForm({ action, versions }: ExportFormProps & { versions: number }) {
  const t = useTranslations('desk.exports')
  const zone = useTimeZone() ?? ''
  return (
    <ExportForm id="form-table" action={action}>
      <div className="gap-x-5 sm:grid sm:grid-cols-2">
        <Field id="quoi" label={t('table')}>
          <Select id="quoi" name="table">
            {TABLES.map((name) => (
              <option key={name} value={name}>
                {t(`tables.${name}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="format" label={t('format')}>
          <Select id="format" name="format">
            {FORMAT_NAMES.filter((name) => name !== 'bundle').map((name) => (
              <option key={name} value={name}>
                {t(`formats.${name}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="from" label={t('from')}>
          <TextInput id="from" name="from" type="date" aria-describedby="days-hint" />
        </Field>
        <Field id="to" label={t('to')}>
          <TextInput id="to" name="to" type="date" aria-describedby="days-hint" />
        </Field>
        <p id="days-hint" className="mt-1 font-sans text-muted text-sm sm:col-span-2">
          {t('days', { zone })}
        </p>
        {versions > 1 && (
          <Field id="version" label={t('version')}>
            <Select id="version" name="version">
              <option value="">{t('allVersions')}</option>
              {Array.from({ length: versions }, (_, index) => index + 1).map((n) => (
                <option key={n} value={n}>
                  {t('versionN', { n })}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Extras />
      </div>
      <p className="mt-3 font-sans text-muted text-sm">{t('polisHint', { length: STATEMENT_LENGTH })}</p>
      <p className="mt-3">
        <Button type="submit" look="quiet">
          {t('download')}
        </Button>
      </p>
    </ExportForm>
  )
}
