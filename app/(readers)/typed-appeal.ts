import { getTranslations } from 'next-intl/server'
import type { TypedAppeal } from '@/components/comments/appeal-form'
import { APPEAL_LENGTH } from '@/lib/comments/rules/transitions'
import { findDraft } from '@/lib/platform/http/form-drafts'

/** Returns a refused appeal as it was typed, with its fault; `draft` is its id in the address. */
export async function typedAppeal(draft: string | string[] | undefined): Promise<TypedAppeal | undefined> {
  const [kept, t] = await Promise.all([
    findDraft(typeof draft === 'string' ? draft : undefined),
    getTranslations(),
  ])
  if (!kept) return undefined
  const { text = '', comment = '' } = Object.fromEntries(kept.fields)
  const problem =
    kept.code === 'invalid_request'
      ? t('comments.own.appealLength', { length: text.trim().length, max: APPEAL_LENGTH })
      : t(`problems.${kept.code}`)
  return { comment, text, problem }
}
