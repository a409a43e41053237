import type { SurveyStatus, SurveyView } from '../schema'

/** The times that determine a survey's state. */
export type SurveyTimes = { opensAt: Date | null; closesAt: Date | null; archivedAt: Date | null }

/** Returns the state of a survey at `now`, computed from its times, since nothing else records it. */
export function statusOf(times: SurveyTimes, now: Date): SurveyStatus {
  if (times.archivedAt && times.archivedAt <= now) return 'archived'
  if (!times.opensAt) return 'draft'
  if (times.opensAt > now) return 'scheduled'
  if (times.closesAt && times.closesAt <= now) return 'closed'
  return 'open'
}

/** SQL that is true if a published survey `s` accepts no more ballots: `statusOf` is closed or archived. */
export const OVER_SQL = `(s.closes_at <= now() OR s.archived_at <= now())`

/** Returns whether readers may find a survey: a draft or a scheduled one does not exist for them yet. */
export const isPublic = (status: SurveyStatus) => status !== 'draft' && status !== 'scheduled'

/**
 * Returns whether people who did not request the counts of `survey` see them, in a shared link's card or a publisher's
 * frame. While others may still answer, only where an editor chose that everybody sees them first.
 */
export const pushesResults = (survey: Pick<SurveyView, 'status' | 'resultsVisibility'>) =>
  survey.status !== 'open' || survey.resultsVisibility === 'always'

/** Returns whether anybody outside the newsroom may see the counts of `survey` now. */
export const showsResults = (survey: Pick<SurveyView, 'status' | 'resultsVisibility'>) =>
  survey.resultsVisibility !== 'after_closing' || survey.status !== 'open'

/** Days after closing in which a survey can be reopened, if it closed by mistake or is to continue. */
export const READER_KEY_DAYS = 30

/** Returns the closing time before which surveys have their readers' key destroyed. */
export const keysGoneBefore = (now: Date) => new Date(now.getTime() - READER_KEY_DAYS * 86_400_000)
