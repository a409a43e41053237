import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { type Locale, localeOf } from '../../platform/i18n/locale'
import type { Editor } from '../../staff/rules/roles'
import type { Correction } from '../rules/correction'
import { editableOf } from '../rules/editing'
import { statusOf } from '../rules/lifecycle'
import type { Draft, SurveyStatus } from '../schema'

/** A consultation in the desk's list. */
export type DeskEntry = {
  slug: string
  title: string
  language: Locale
  status: SurveyStatus
  questions: number
  ballots: number
  opensAt?: string
  closesAt?: string
  lastChange?: { by?: string; at: string }
}

/** A consultation as its editor works on it. */
export type DeskSurvey = {
  id: number
  revision: number
  version: number
  status: SurveyStatus
  draft: Draft
  pastedText?: string
  /** How many have answered the present questions. */
  ballots: number
  opensAt?: string
  closesAt?: string
  history: Change[]
}

/** An entry of a consultation's history. */
export type Change = {
  id: string
  by?: string
  action: string
  at: string
  fields: string[]
  /** What a correction changed in words that readers had seen. */
  corrections: Correction[]
}

const lastFirst = { orderBy: { id: 'desc' } } as const
const changeFields = {
  id: true,
  action: true,
  at: true,
  details: true,
  staff: { select: { name: true } },
} as const
/** Maximum history entries on the desk; the rest stays in the database. */
const HISTORY = 50

/** Returns what is counted in a tally's `cell`: all ballots, or with `v2` those of that version. */
async function ballotsOf(surveyIds: number[], cell = 'b'): Promise<Map<number, number>> {
  const rows = await db().tally.findMany({
    where: { titleId: TITLE, surveyId: { in: surveyIds }, cell },
    select: { surveyId: true, count: true },
  })
  return new Map(rows.map(({ surveyId, count }) => [surveyId, count]))
}

const times = ({ opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null }) => ({
  ...(opensAt && { opensAt: opensAt.toISOString() }),
  ...(closesAt && { closesAt: closesAt.toISOString() }),
})

/** Lists every consultation, drafts first, then by opening; for the newsroom only. */
export async function listForDesk(_editor: Editor, now = new Date()): Promise<DeskEntry[]> {
  const rows = await db().survey.findMany({
    orderBy: [{ opensAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    select: {
      id: true,
      slug: true,
      opensAt: true,
      closesAt: true,
      archivedAt: true,
      article: { select: { title: true, language: true } },
      version: true,
      questions: { select: { version: true } },
      changes: { ...lastFirst, take: 1, select: changeFields },
    },
  })
  const ballots = await ballotsOf(rows.map((row) => row.id))
  return rows.map((row): DeskEntry => {
    const [last] = row.changes
    return {
      slug: row.slug,
      title: row.article.title,
      language: localeOf(row.article.language),
      status: statusOf(row, now),
      questions: row.questions.filter(({ version }) => version === row.version).length,
      ballots: ballots.get(row.id) ?? 0,
      ...times(row),
      ...(last && { lastChange: { ...(last.staff && { by: last.staff.name }), at: last.at.toISOString() } }),
    }
  })
}

/** Returns one consultation as its editor works on it, in any state. */
export async function findForDesk(
  _editor: Editor,
  slug: string,
  now = new Date(),
): Promise<DeskSurvey | undefined> {
  const row = await db().survey.findUnique({
    where: { slug },
    include: {
      article: true,
      questions: {
        orderBy: { position: 'asc' },
        include: { options: { orderBy: { position: 'asc' } } },
      },
      changes: { ...lastFirst, take: HISTORY, select: changeFields },
    },
  })
  if (!row) return undefined
  const { article } = row
  const ballots = await ballotsOf([row.id], `v${row.version}`)
  return {
    id: row.id,
    revision: row.revision,
    version: row.version,
    status: statusOf(row, now),
    draft: {
      slug: row.slug,
      title: article.title,
      sourceName: article.sourceName,
      sourceUrl: article.sourceUrl ?? '',
      publishedOn: article.publishedOn ?? '',
      summary: article.summary,
      language: localeOf(article.language),
      resultsVisibility: row.resultsVisibility,
      moderationMode: row.moderationMode,
      questions: row.questions
        .filter(({ version }) => version === row.version)
        .map(({ kind, prompt, required, randomised, options }) =>
          editableOf(
            {
              kind,
              prompt,
              required,
              randomised,
              options: options.map(({ label, aspect, stance }) => ({
                label,
                ...(aspect && { aspect }),
                ...(stance && { stance }),
              })),
            },
            localeOf(article.language),
          ),
        ),
    },
    ...(article.pastedText && { pastedText: article.pastedText }),
    ballots: ballots.get(row.id) ?? 0,
    ...times(row),
    history: row.changes.map(({ id, staff, action, at, details }) => ({
      id: String(id),
      ...(staff && { by: staff.name }),
      action,
      at: at.toISOString(),
      fields: [],
      corrections: [],
      ...(details as { fields?: string[]; corrections?: Correction[] } | null),
    })),
  }
}
