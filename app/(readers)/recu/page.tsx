import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TYPED_RECEIPT_COOKIE } from '@/lib/readers/cookies'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt')
  return { title: t('findTitle') }
}

export default async function ReceiptPage({ searchParams }: Props) {
  const [{ inconnu }, jar, t] = await Promise.all([searchParams, cookies(), getTranslations()])
  const unknown = inconnu !== undefined
  const typed = unknown ? jar.get(TYPED_RECEIPT_COOKIE)?.value : undefined
  return (
    <>
      <h1 className="font-semibold text-4xl leading-tight tracking-tight">{t('receipt.findTitle')}</h1>
      <p className="mt-4 text-lg">{t('receipt.findLead')}</p>
      {unknown && (
        <Notice role="alert" className="mt-6">
          <a href="#code">{t('problems.receipt_unknown')}</a>
        </Notice>
      )}
      <form method="post" action="/api/v1/receipts" className="mt-6 font-sans">
        <label htmlFor="code" className="block font-semibold">
          {t('receipt.label')}
        </label>
        <p id="code-hint" className="text-muted text-sm">
          {t('receipt.hint')}
        </p>
        <input
          id="code"
          name="code"
          type="text"
          required
          maxLength={60}
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
          aria-invalid={unknown ? true : undefined}
          className="mt-2 block w-full rounded border border-field bg-raised px-3 py-2.5 font-mono text-lg"
        />
        <Button type="submit" className="mt-4 w-full sm:w-auto">
          {t('receipt.find')}
        </Button>
      </form>
    </>
  )
}
