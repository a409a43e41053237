import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { localeOf } from '../../platform/i18n/locale'
import type { Moderator } from '../../staff/rules/roles'
import { findSurvey } from '../../surveys/queries/public'
import { optionName } from '../../surveys/rules/aspects'
import type { SurveyView } from '../../surveys/schema'
import { type Counts, countsOf, type Effect, effectOf, plus } from '../rules/integrity/effect'
import type { IntegrityRule } from '../rules/integrity/finding'
import { type QuarantineState, stateOf } from '../rules/integrity/state'
import { countSetAside } from './ledger'

/**
 * Limits the quarantines listed: what waits and what was done lately. Older acts stay in the database and in the public
 * ledger.
 */
const MAX_SHOWN = 50

/** Ballots in bars of `seconds` each, from `from` on: all of them, and those found. */
export type Picture = { from: string; seconds: number; all: number[]; found: number[] }

/** A quarantine as staff see it. */
export type QuarantineView = {
  id: number
  slug: string
  title: string
  /** The language of the title, the questions and their options. */
  language: SurveyView['language']
  rule: IntegrityRule
  state: QuarantineState
  /** The number of its ballots as of the last act. */
  size: number
  from: string
  to: string
  /** The numbers in the rule's sentence. */
  facts: Record<string, number>
  /** Other rules that found the same group. */
  also: IntegrityRule[]
  picture: Picture
  /** For each option: its share with the ballots counted, and without them. */
  effect: (Effect & { question: string; option: string })[]
  acts: { act: string; by?: string; note?: string; size: number; at: string }[]
}

const selected = {
  survey: { select: { slug: true, article: { select: { title: true, language: true } } } },
  acts: {
    orderBy: { id: 'asc' },
    select: { act: true, note: true, size: true, at: true, staff: { select: { name: true } } },
  },
} as const

/** Returns the shares with a quarantine's ballots in the count and without them, as of now. */
async function effectOn(surveyId: number, slug: string, counts: Counts, state: QuarantineState) {
  const survey = await findSurvey(slug)
  if (!survey) return []
  const rows = await db().tally.findMany({ where: { titleId: TITLE, surveyId } })
  const tally: Counts = new Map(rows.map(({ cell, count }) => [cell, count]))
  const aside = state === 'set_aside'
  const { questions } = survey.view
  const effect = effectOf(
    questions,
    aside ? plus(tally, counts) : tally,
    aside ? tally : plus(tally, counts, -1),
  )
  return effect.map((one) => {
    const question = questions.find(({ id }) => id === one.questionId)
    const option = question?.options.find(({ id }) => id === one.optionId)
    const name = option ? optionName(option, survey.view.language) : ''
    return { ...one, question: question?.prompt ?? '', option: name }
  })
}

/** Lists the quarantines of one survey, or of all: those waiting for a person first, then the newest. */
export async function listQuarantines(
  _moderator: Moderator,
  slug: string | undefined,
): Promise<QuarantineView[]> {
  const rows = await db().quarantine.findMany({
    where: slug ? { survey: { slug } } : {},
    orderBy: { id: 'desc' },
    take: MAX_SHOWN,
    include: selected,
  })
  const views: QuarantineView[] = []
  // Sequential: a page must not take a connection for each.
  for (const { survey, acts, facts: stored, ...row } of rows) {
    const { picture, also, ...facts } = stored as QuarantineView['facts'] &
      Pick<QuarantineView, 'picture' | 'also'>
    const state = stateOf(row)
    const counts =
      state === 'set_aside'
        ? await countSetAside(row.surveyId, row.id)
        : countsOf(row.cells as Record<string, number>)
    views.push({
      id: row.id,
      slug: survey.slug,
      title: survey.article.title,
      language: localeOf(survey.article.language),
      rule: row.rule as IntegrityRule,
      state,
      size: row.size,
      from: row.fromAt.toISOString(),
      to: row.toAt.toISOString(),
      facts,
      also,
      picture,
      effect: await effectOn(row.surveyId, survey.slug, counts, state),
      acts: acts.map(({ act, note, size, at, staff }) => ({
        act,
        ...(staff && { by: staff.name }),
        ...(note && { note }),
        size,
        at: at.toISOString(),
      })),
    })
  }
  const waits = ({ state }: QuarantineView) => Number(state !== 'proposed')
  return views.sort((one, other) => waits(one) - waits(other))
}

/** Returns how many quarantines wait for a person. */
export const countProposed = (_moderator: Moderator) =>
  db().quarantine.count({ where: { setAsideAt: null, dismissedAt: null } })
