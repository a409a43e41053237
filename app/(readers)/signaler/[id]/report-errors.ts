import { getTranslations } from 'next-intl/server'
import type { ReportField } from '@/components/comments/report-form'
import { EXPLANATION_LENGTH, LAW_LENGTH } from '@/lib/comments/schema'
import type { Draft } from '@/lib/platform/http/form-drafts'

/** Returns what to correct in a refused report, by field. */
export async function reportErrors(draft: Draft | undefined): Promise<Partial<Record<ReportField, string>>> {
  if (draft?.code !== 'invalid_request') return {}
  const t = await getTranslations('reports.errors')
  const typed: Partial<Record<string, string>> = Object.fromEntries(draft.fields)
  if (!typed.reason) return { reason: t('reason') }
  const errorOf = (field: 'law' | 'explanation', max: number) => {
    const length = typed[field]?.trim().length ?? 0
    if (!length) return { [field]: t(field) }
    return length > max ? { [field]: t('tooLong', { length, max }) } : {}
  }
  const wrongEmail = draft.problems.some(({ field }) => field === 'email')
  return {
    ...errorOf('law', LAW_LENGTH),
    ...errorOf('explanation', EXPLANATION_LENGTH),
    ...(wrongEmail && { email: t('email') }),
  }
}
