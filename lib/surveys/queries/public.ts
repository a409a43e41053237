import { db, onVotePool, type Prisma } from '../../platform/db/client'
import { databaseFault } from '../../platform/db/errors'
import { localeOf } from '../../platform/i18n/locale'
import { env } from '../../platform/runtime/env'
import { LoadingCache } from '../../platform/runtime/loading-cache'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { singleFlight } from '../../platform/runtime/single-flight'
import { figureSteps } from '../rules/figures'
import { isPublic, statusOf } from '../rules/lifecycle'
import { SLUG, SLUG_LENGTH } from '../rules/slug'
import type { SurveyView } from '../schema'
import { isStored } from './existence'
import { questionSelect, toQuestion } from './questions'

const selected = {
  id: true,
  slug: true,
  readerKey: true,
  version: true,
  resultsVisibility: true,
  opensAt: true,
  closesAt: true,
  archivedAt: true,
  article: {
    select: {
      title: true,
      summary: true,
      language: true,
      sourceName: true,
      sourceUrl: true,
      publishedOn: true,
    },
  },
  questions: {
    orderBy: { position: 'asc' },
    select: questionSelect,
  },
} satisfies Prisma.SurveySelect

type Row = Prisma.SurveyGetPayload<{ select: typeof selected }>

/** A survey as the voting path needs it: its public view, and what readers must not see. */
export type SurveyRecord = { id: number; readerKey: Uint8Array; view: SurveyView }

function toRecord(row: Row, now: Date, version = row.version): SurveyRecord {
  const { article } = row
  const figures = figureSteps(env().AVIS_RESULTS_BATCH)
  return {
    id: row.id,
    readerKey: row.readerKey,
    view: {
      slug: row.slug,
      title: article.title,
      summary: article.summary,
      language: localeOf(article.language),
      source: {
        name: article.sourceName,
        ...(article.sourceUrl && { url: article.sourceUrl }),
        ...(article.publishedOn && { publishedOn: article.publishedOn }),
      },
      status: statusOf(row, now),
      version,
      resultsVisibility: row.resultsVisibility,
      ...(row.opensAt && { opensAt: row.opensAt.toISOString() }),
      ...(row.closesAt && { closesAt: row.closesAt.toISOString() }),
      questions: row.questions
        .filter((question) => question.version === version)
        .map((question) => {
          const { version: _of, ...asked } = toQuestion(question)
          return asked
        }),
      ...(figures && { figures }),
    },
  }
}

async function readSurvey(slug: string): Promise<SurveyRecord[] | undefined> {
  if (!(await isStored(slug))) return undefined
  // Not findUnique: Prisma puts several of those together, and some may come from another pool.
  const row = await onVotePool(() => db().survey.findFirst({ where: { slug }, select: selected }))
  if (!row) return undefined
  const now = new Date()
  if (!isPublic(statusOf(row, now))) return undefined
  return Array.from({ length: row.version }, (_, index) => toRecord(row, now, index + 1))
}

/**
 * Reads the survey, or keeps the cached one while the database is unreachable. Its page stays readable, and votes wait
 * for the database.
 */
const readOrKeep = (slug: string, before: SurveyRecord[] | undefined) =>
  readSurvey(slug).catch((error) => {
    if (before && databaseFault(error) === 'away') return before
    throw error
  })

/**
 * Milliseconds that a survey is cached. Its questions do not change while it is open, and the write checks again
 * whether it is open.
 */
const FRESH_MS = 1_000
const MAX_KEPT = 1_000
/** Maximum cached addresses without a public survey: some words each, and requested in any number. */
const MAX_MISSES = 10_000

const kept = () =>
  oncePerProcess(
    'surveys',
    () => new LoadingCache<string, SurveyRecord[]>({ max: MAX_KEPT, ttl: FRESH_MS, maxMisses: MAX_MISSES }),
  )

type Found = SurveyRecord | undefined
const ofVersion = (versions: SurveyRecord[] | undefined, version: number | undefined): Found =>
  version === undefined ? versions?.at(-1) : versions?.[version - 1]

/**
 * Returns the public survey of that address, at most a second old. Its questions are the present ones, or those of an
 * earlier version. One that is cached is returned without a promise: every vote asks.
 */
export function findSurvey(slug: string, version?: number): Found | Promise<Found> {
  if (slug.length > SLUG_LENGTH || !SLUG.test(slug)) return undefined
  const versions = kept().get(slug, readOrKeep)
  return versions instanceof Promise
    ? versions.then((read) => ofVersion(read, version))
    : ofVersion(versions, version)
}

/** Returns the address of each of these surveys, in their order; omits those that are not public. */
export async function findSlugs(ids: number[]): Promise<string[]> {
  const rows = await db().survey.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } })
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.slug ?? [])
}

/**
 * Evicts the survey, so that this process rereads it for the next reader of this address. To be called after the
 * commit.
 */
export function forgetSurvey(slug: string) {
  kept().delete(slug)
  keptList().clear()
}

/** Reads the survey after this call, once for all concurrent callers, such as readers whose ballots came too late. */
export const rereadSurvey = (slug: string): Promise<SurveyRecord | undefined> =>
  oncePerProcess('surveys-reread', () =>
    singleFlight(async (asked: string) => {
      forgetSurvey(asked)
      return findSurvey(asked)
    }),
  )(slug)

/** Maximum surveys listed: a list is read, not searched, and older surveys stay reachable by their address. */
const MAX_OPEN = 100
const MAX_CLOSED = 20

async function readList(): Promise<SurveyView[]> {
  const now = new Date()
  const listed = { OR: [{ archivedAt: null }, { archivedAt: { gt: now } }] }
  const [open, closed] = await Promise.all([
    db().survey.findMany({
      where: {
        opensAt: { lte: now },
        AND: [listed, { OR: [{ closesAt: null }, { closesAt: { gt: now } }] }],
      },
      orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
      take: MAX_OPEN,
      select: selected,
    }),
    db().survey.findMany({
      where: { opensAt: { lte: now }, closesAt: { lte: now }, ...listed },
      orderBy: [{ closesAt: 'desc' }, { id: 'desc' }],
      take: MAX_CLOSED,
      select: selected,
    }),
  ])
  return [...open, ...closed].map((row) => toRecord(row, now).view)
}

const keptList = () =>
  oncePerProcess('survey-list', () => new LoadingCache<'all', SurveyView[]>({ max: 1, ttl: FRESH_MS }))

/** Lists the open surveys, newest first, then the ones closed last; at most a second old. */
export const listSurveys = async (): Promise<SurveyView[]> => keptList().get('all', readList)
