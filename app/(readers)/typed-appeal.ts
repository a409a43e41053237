import type { OwnActs } from '@/components/comments/own-comments'
import { findDraft } from '@/lib/ballots/commands/drafts'
import { translator } from '@/lib/messages'

/** An appeal that came back refused, as it was typed and with what was wrong; `draft` is its id in the address. */
export async function typedAppeal(draft: string | string[] | undefined): Promise<OwnActs['typed']> {
  const kept = await findDraft(typeof draft === 'string' ? draft : undefined)
  if (!kept) return undefined
  const text = kept.fields.find(([name]) => name === 'text')?.[1] ?? ''
  return { text, problem: translator('fr', 'problems')(kept.code) }
}
