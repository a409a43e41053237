'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type Outcome, refusal } from '../platform/http/problem-codes'
import { requireRole } from '../staff/gate'
import { type Brought, bringIn } from './commands/bring-in'
import { saveDraft } from './commands/drafts'
import { addFeed, removeFeed, retryFeed } from './commands/feeds'
import {
  archiveSurvey,
  closeSurvey,
  publishSurvey,
  reopenSurvey,
  setClosing,
  unschedule,
} from './commands/lifecycle'
import { type DeskSurvey, findForDesk } from './queries/desk'
import { fromParis } from './rules/times'
import { draftInput } from './schema'

/** What two editors need to come to terms: what the other saved. */
export type Saved = Outcome<{ slug: string; revision: number }> & { current?: DeskSurvey | undefined }
export type Moved = Outcome<{ revision: number }>

const feedId = z.coerce.number().pipe(z.int32().positive())
const BROUGHT = ['text', 'title', 'sourceName', 'sourceUrl', 'publishedOn'] as const
const text = (form: FormData, name: string) => String(form.get(name) ?? '')

function shown(slug: string) {
  revalidatePath('/redaction')
  revalidatePath(`/consultations/${slug}`)
}

export async function bringInArticle(form: FormData): Promise<Outcome<never>> {
  const editor = await requireRole('editor')
  const given = Object.fromEntries(BROUGHT.map((name) => [name, text(form, name)]))
  const made = await bringIn(editor, given as Brought)
  if (!made.ok) return made
  revalidatePath('/redaction')
  redirect(`/redaction/${made.value.slug}`)
}

export async function saveSurvey(
  slug: string,
  revision: number,
  given: unknown,
  asNewVersion = false,
): Promise<Saved> {
  const editor = await requireRole('editor')
  const draft = draftInput.safeParse(given)
  if (!draft.success) return refusal('invalid_request')
  const saved = await saveDraft(editor, slug, revision, draft.data, { asNewVersion: asNewVersion === true })
  if (saved.ok) shown(slug)
  const stale = !saved.ok && saved.problem.code === 'edited_meanwhile'
  return stale ? { ...saved, current: await findForDesk(editor, slug) } : saved
}

export async function publish(slug: string, revision: number, form: FormData): Promise<Moved> {
  const editor = await requireRole('editor')
  const times = { opensAt: fromParis(text(form, 'opensAt')), closesAt: fromParis(text(form, 'closesAt')) }
  const moved = await publishSurvey(editor, slug, revision, times)
  if (moved.ok) shown(slug)
  return moved
}

export async function changeClosing(slug: string, revision: number, form: FormData): Promise<Moved> {
  const editor = await requireRole('editor')
  const moved = await setClosing(editor, slug, revision, fromParis(text(form, 'closesAt')))
  if (moved.ok) shown(slug)
  return moved
}

const moves = { unschedule, close: closeSurvey, reopen: reopenSurvey, archive: archiveSurvey }

export async function moveSurvey(slug: string, revision: number, name: keyof typeof moves): Promise<Moved> {
  const editor = await requireRole('editor')
  if (!Object.hasOwn(moves, name)) return refusal('invalid_request')
  const moved = await moves[name](editor, slug, revision)
  if (moved.ok) shown(slug)
  return moved
}

export async function watchFeed(address: unknown): Promise<Outcome<{ id: number }>> {
  const editor = await requireRole('editor')
  const added = await addFeed(editor, String(address))
  if (added.ok) revalidatePath('/redaction/flux')
  return added
}

export async function unwatchFeed(id: number): Promise<void> {
  const editor = await requireRole('editor')
  await removeFeed(editor, feedId.parse(id))
  revalidatePath('/redaction/flux')
}

export async function retryFeedAction(id: number): Promise<void> {
  const editor = await requireRole('editor')
  await retryFeed(editor, feedId.parse(id))
  revalidatePath('/redaction/flux')
}
