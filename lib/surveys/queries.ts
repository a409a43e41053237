import { LRUCache } from 'lru-cache'
import { db } from '../db'
import type { Prisma } from '../generated/prisma/client'
import { oncePerProcess } from '../process'
import { isPublic, statusOf } from './rules/life'
import type { SurveyView } from './schema'

const selected = {
  id: true,
  slug: true,
  readerKey: true,
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
    select: {
      id: true,
      kind: true,
      prompt: true,
      required: true,
      options: {
        orderBy: { position: 'asc' },
        select: { id: true, label: true, aspect: true, stance: true },
      },
    },
  },
} satisfies Prisma.SurveySelect

type Row = Prisma.SurveyGetPayload<{ select: typeof selected }>

/** A survey as the voting path needs it: what readers see, and what they must not. */
export type SurveyRecord = { id: number; readerKey: Uint8Array; view: SurveyView }

function toRecord(row: Row, now: Date): SurveyRecord {
  const { article } = row
  return {
    id: row.id,
    readerKey: row.readerKey,
    view: {
      slug: row.slug,
      title: article.title,
      summary: article.summary,
      language: article.language === 'en' ? 'en' : 'fr',
      source: {
        name: article.sourceName,
        ...(article.sourceUrl && { url: article.sourceUrl }),
        ...(article.publishedOn && { publishedOn: article.publishedOn }),
      },
      status: statusOf(row, now),
      resultsVisibility: row.resultsVisibility,
      ...(row.opensAt && { opensAt: row.opensAt.toISOString() }),
      ...(row.closesAt && { closesAt: row.closesAt.toISOString() }),
      questions: row.questions.map((question) => ({
        ...question,
        options: question.options.map(({ id, label, aspect, stance }) => ({
          id,
          label,
          ...(aspect && { aspect }),
          ...(stance && { stance }),
        })),
      })),
    },
  }
}

async function readSurvey(slug: string): Promise<SurveyRecord | undefined> {
  const row = await db().survey.findUnique({ where: { slug }, select: selected })
  if (!row) return undefined
  const record = toRecord(row, new Date())
  return isPublic(record.view.status) ? record : undefined
}

/** A survey's questions do not change while it is open, and whether it is open is checked again by the write. */
const FRESH_MS = 1_000
const MOST_KEPT = 1_000

const kept = () =>
  oncePerProcess(
    'surveys',
    () => new LRUCache<string, SurveyRecord>({ max: MOST_KEPT, ttl: FRESH_MS, fetchMethod: readSurvey }),
  )

/** The survey of that address, if readers may know of it, as of at most a second ago. */
export const findSurvey = (slug: string): Promise<SurveyRecord | undefined> => kept().fetch(slug)

/** The home page lists this many; older ones stay reachable by their address. */
const LISTED = 100

/** The open surveys, newest first, then the ones closed last. */
export async function listSurveys(now = new Date()): Promise<SurveyView[]> {
  const rows = await db().survey.findMany({
    where: { opensAt: { lte: now }, OR: [{ archivedAt: null }, { archivedAt: { gt: now } }] },
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
    take: LISTED,
    select: selected,
  })
  const views = rows.map((row) => toRecord(row, now).view)
  return [
    ...views.filter((view) => view.status === 'open'),
    ...views.filter((view) => view.status !== 'open'),
  ]
}
