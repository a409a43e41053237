import type { SurveyStatus, SurveyView } from '../schema'

export type SurveyTimes = { opensAt: Date | null; closesAt: Date | null; archivedAt: Date | null }

/** Where a survey is in its life at `now`: read from its times, as nothing else records it. */
export function statusOf(times: SurveyTimes, now: Date): SurveyStatus {
  if (times.archivedAt && times.archivedAt <= now) return 'archived'
  if (!times.opensAt) return 'draft'
  if (times.opensAt > now) return 'scheduled'
  if (times.closesAt && times.closesAt <= now) return 'closed'
  return 'open'
}

/** That survey `s` takes ballots now, as SQL: `statusOf` is open. */
export const OPEN_SQL = `s.opens_at <= now() AND (s.closes_at IS NULL OR s.closes_at > now())
  AND (s.archived_at IS NULL OR s.archived_at > now())`
/** That a published survey `s` takes no more ballots, as SQL: `statusOf` is closed or archived. */
export const OVER_SQL = `(s.closes_at <= now() OR s.archived_at <= now())`

/** What readers may find: a draft or a scheduled survey does not exist for them yet. */
export const isPublic = (status: SurveyStatus) => status !== 'draft' && status !== 'scheduled'

/**
 * Whether counts of `survey` go to people who did not ask for them, in a shared link's card or a publisher's frame. While
 * others may still answer, only where an editor chose that everybody sees them first.
 */
export const pushesResults = (survey: Pick<SurveyView, 'status' | 'resultsVisibility'>) =>
  survey.status !== 'open' || survey.resultsVisibility === 'always'

/** Whether anybody outside the newsroom may see the counts of `survey` now. */
export const showsResults = (survey: Pick<SurveyView, 'status' | 'resultsVisibility'>) =>
  survey.resultsVisibility !== 'after_closing' || survey.status !== 'open'

/** A consultation that closed by mistake, or is to go on, is opened again within a month. */
export const READER_KEY_DAYS = 30

/** Surveys that closed before this have their readers' key destroyed. */
export const keysGoneBefore = (now: Date) => new Date(now.getTime() - READER_KEY_DAYS * 86_400_000)
