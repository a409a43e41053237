import { randomBytes } from 'node:crypto'
import { db } from '../db/client'
import { take, takeOfNetwork } from '../db/rate-limit'
import type { FieldProblem, ProblemCode } from './problem-codes'

/**
 * Minutes for which a draft is kept. They are long enough to correct a form that was sent back, short enough that
 * nothing lingers.
 */
export const DRAFT_MINUTES = 30
const ID_BYTES = 16

const SECONDS = DRAFT_MINUTES * 60
/** Limits the refused forms kept per network at a time: a class that makes the same mistake, without JavaScript. */
const FORMS = { points: 60, duration: SECONDS }
/** Limits the bytes of their text per network: sixty long forms. */
const NETWORK_BYTES = { points: 2_000_000, duration: SECONDS }
/** Limits the bytes of text kept for all networks together, per half hour. */
const ALL_BYTES = { points: 64_000_000, duration: SECONDS }
/** The limits of drafts: forms per network, bytes per network, and bytes of all together. */
export const DRAFT_CEILINGS = { forms: FORMS, bytes: NETWORK_BYTES, all: ALL_BYTES } as const

/** A refused form: the typed text as field names and values, and what was wrong with it. */
export type Draft = {
  fields: [string, string][]
  code: ProblemCode
  problems: FieldProblem[]
  at: string
  /** For a form refused because too many came at once: when it may be sent again, and in which survey. */
  wait?: { until: string; surveyId: number }
}

/** Removes what JSON in the database cannot hold: zero bytes and lone surrogates. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '')

const ID = /^[\w-]{22}$/

/**
 * Resolves to the seconds to wait if a network, or all together, have reached a limit. The network's limits come first,
 * so that no network can use up the common one.
 */
const isTooMuch = async (network: string | undefined, bytes: number) =>
  (await takeOfNetwork('draft.forms', network, FORMS)) ??
  (await takeOfNetwork('draft.bytes', network, NETWORK_BYTES, bytes)) ??
  (await take('draft.all', 'all', ALL_BYTES, bytes))

/**
 * Stores a refused form for a while, so that a reader without JavaScript finds it as they left it. Resolves to the id
 * that is the only way to it. Resolves to undefined where this network, or all together, have reached a limit. Expired
 * drafts are deleted first, and also by the server's schedule (server.ts).
 */
export async function keepDraft(
  draft: Omit<Draft, 'at'>,
  network: string | undefined,
  now = new Date(),
): Promise<string | undefined> {
  const id = randomBytes(ID_BYTES).toString('base64url')
  const expiresAt = new Date(now.getTime() + DRAFT_MINUTES * 60_000)
  const fields = draft.fields.map(([name, value]) => [storable(name), storable(value)])
  const problems = draft.problems.map(({ path: _where, ...problem }) => problem)
  await sweepDrafts(now)
  const bytes = Buffer.byteLength(JSON.stringify([fields, problems]))
  if (await isTooMuch(network, bytes)) return undefined
  await db().formDraft.create({
    data: { id, payload: { ...draft, fields, problems, at: now.toISOString() }, expiresAt },
  })
  return id
}

/** Resolves to the draft with `id`; to undefined if there is none or it has expired. */
export async function findDraft(id: string | undefined, now = new Date()): Promise<Draft | undefined> {
  if (!id || !ID.test(id)) return undefined
  const row = await db().formDraft.findUnique({ where: { id }, select: { payload: true, expiresAt: true } })
  return row && row.expiresAt > now ? (row.payload as Draft) : undefined
}

/** Deletes the expired drafts. Resolves to their number. */
export const sweepDrafts = async (now = new Date()): Promise<number> =>
  (await db().formDraft.deleteMany({ where: { expiresAt: { lte: now } } })).count

/**
 * Deletes a draft that had to wait. If its time has come, its sender may send one ballot in that survey without the
 * work that others do. Otherwise `left` is the number of seconds that are missing.
 */
export async function spendWait(
  id: string | undefined,
  surveyId: number,
  now = new Date(),
): Promise<{ passes: boolean; left?: number }> {
  const wait = (await findDraft(id, now))?.wait
  if (!id || wait?.surveyId !== surveyId) return { passes: false }
  const { count } = await db().formDraft.deleteMany({ where: { id } })
  if (!count) return { passes: false }
  const left = Math.ceil((new Date(wait.until).getTime() - now.getTime()) / 1000)
  return left > 0 ? { passes: false, left } : { passes: true }
}
