import { randomBytes } from 'node:crypto'
import { db } from '../db/client'
import { take, takeOfNetwork } from '../db/rate-limit'
import type { FieldProblem, ProblemCode } from './problem-codes'

/** Long enough to correct a form that was sent back, short enough that nothing lingers. */
export const DRAFT_MINUTES = 30
const ID_BYTES = 16

const SECONDS = DRAFT_MINUTES * 60
/** Refused forms kept of one network at a time: a class that makes the same mistake, without JavaScript. */
const FORMS = { points: 60, duration: SECONDS }
/** Their text: sixty long forms. */
const NETWORK_BYTES = { points: 2_000_000, duration: SECONDS }
/** The text kept of everybody, in each half hour. */
const ALL_BYTES = { points: 64_000_000, duration: SECONDS }
export const DRAFT_CEILINGS = { forms: FORMS, bytes: NETWORK_BYTES, all: ALL_BYTES } as const

/** A refused form: what was typed, as field names and values, and what was wrong with it. */
export type Draft = {
  fields: [string, string][]
  code: ProblemCode
  problems: FieldProblem[]
  at: string
  /** Of one that came when too many came at once: from when on it may pass, and in which survey. */
  wait?: { until: string; surveyId: number }
}

/** What JSON in the database cannot hold: zero bytes and halves of characters. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '')

const ID = /^[\w-]{22}$/

/** Whether a network, or all together, have had as much kept as may be. The network first: none spends what is for all. */
const isTooMuch = async (network: string | undefined, bytes: number) =>
  (await takeOfNetwork('draft.forms', network, FORMS)) ??
  (await takeOfNetwork('draft.bytes', network, NETWORK_BYTES, bytes)) ??
  (await take('draft.all', 'all', ALL_BYTES, bytes))

/**
 * Keeps a refused form for a while, so that a reader without JavaScript finds it as they left it. The id
 * it returns is the only way to it; undefined where too much is kept already, of this network or of all. Drafts past
 * their time are removed on the way, and by the server's clock (server.ts).
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

export async function findDraft(id: string | undefined, now = new Date()): Promise<Draft | undefined> {
  if (!id || !ID.test(id)) return undefined
  const row = await db().formDraft.findUnique({ where: { id }, select: { payload: true, expiresAt: true } })
  return row && row.expiresAt > now ? (row.payload as Draft) : undefined
}

/** Removes the drafts that are past their time. Resolves to how many. */
export const sweepDrafts = async (now = new Date()): Promise<number> =>
  (await db().formDraft.deleteMany({ where: { expiresAt: { lte: now } } })).count

/**
 * Takes away a draft that was to wait. If its time has come, whoever had it may send one ballot in that survey without
 * the work that others do; else `left` says how many seconds are missing.
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
