import { forgetNetworks, NETWORK_HOURS } from '../ballots/commands/forget-networks'
import { sweepClaims } from '../comments/commands/claims'
import { sweepReporters } from '../comments/commands/notify-reporters'
import { REPORTER_DAYS } from '../comments/rules/reports'
import { APPEAL_DAYS } from '../comments/rules/transitions'
import { sweepExports } from '../exports/commands/jobs'
import { KEPT_DAYS } from '../exports/rules/job'
import { sweepThrottle } from '../platform/db/rate-limit'
import { DRAFT_MINUTES, sweepDrafts } from '../platform/http/form-drafts'
import { log } from '../platform/telemetry/log'
import { COOKIE_DAYS } from '../readers/cookies'
import { sweepSessions, sweepSignIns } from '../staff/commands/sweep'
import { sweepTokens } from '../staff/commands/tokens'
import { SESSION_DAYS } from '../staff/rules/sessions'
import { SIGN_INS_DAYS } from '../staff/rules/sign-ins'
import { ENDED_TOKEN_DAYS } from '../staff/rules/tokens'
import { destroyReaderKeys } from '../surveys/commands/keys'
import { READER_KEY_DAYS } from '../surveys/rules/lifecycle'

type Kept = {
  /** The key of its sentences (what, why, how long), which are under `privacy.entries` in messages/*.json. */
  id: string
  /** The tables that hold it, by their names in schema.prisma. */
  models: string[]
  /** The time in those sentences. */
  time?: number
  /** Deletes what has expired at `now`. Resolves to the number of deleted items. */
  sweep?: (now: Date) => Promise<number>
}

/**
 * Everything Avis stores. The page /vie-privee is rendered from it and the server sweeps by it. A test fails when a
 * table is missing from all of these.
 */
export const KEPT = [
  { id: 'surveys', models: ['Article', 'ArticleAddress', 'Survey', 'Question', 'Option'] },
  { id: 'ballots', models: ['Ballot', 'BallotEvent'] },
  { id: 'counts', models: ['Tally', 'TallyHead', 'ChainLink', 'Snapshot', 'PublicFigures'] },
  { id: 'networks', models: [], time: NETWORK_HOURS, sweep: forgetNetworks },
  {
    id: 'quarantines',
    models: ['Quarantine', 'QuarantineMember', 'QuarantineAct', 'AutomaticRule'],
  },
  { id: 'readerKeys', models: [], time: READER_KEY_DAYS, sweep: destroyReaderKeys },
  { id: 'cookies', models: [], time: COOKIE_DAYS },
  { id: 'language', models: [], time: COOKIE_DAYS },
  { id: 'visits', models: ['Visit'] },
  { id: 'comments', models: ['Comment', 'CommentRevision'] },
  {
    id: 'decisions',
    models: ['Decision', 'SecondReading', 'Reveal', 'Mute', 'Charter', 'WordList'],
  },
  { id: 'erasures', models: ['Erasure'] },
  { id: 'appeals', models: ['Appeal'], time: APPEAL_DAYS },
  { id: 'reports', models: ['Report'], time: REPORTER_DAYS, sweep: sweepReporters },
  { id: 'claims', models: ['Claim'], sweep: sweepClaims },
  { id: 'drafts', models: ['FormDraft'], time: DRAFT_MINUTES, sweep: sweepDrafts },
  { id: 'exports', models: ['ExportJob'], time: KEPT_DAYS, sweep: sweepExports },
  { id: 'staff', models: ['StaffAccount', 'SurveyChange', 'Feed', 'FeedItem', 'Appearance', 'Logo'] },
  { id: 'sessions', models: ['StaffSession', 'StaffLink'], time: SESSION_DAYS, sweep: sweepSessions },
  { id: 'apiTokens', models: ['ApiToken'], time: ENDED_TOKEN_DAYS, sweep: sweepTokens },
  { id: 'signIns', models: ['SignIn'], time: SIGN_INS_DAYS, sweep: sweepSignIns },
  { id: 'throttle', models: ['Throttle'], sweep: sweepThrottle },
] as const satisfies Kept[]

/** What remains after a reader erased, each with a sentence under `privacy.remainsItems` in messages/*.json. */
export const REMAINS = ['list', 'ballot', 'chain', 'others', 'files', 'drafts', 'backups'] as const
/** The times in those sentences. */
export const REMAINS_TIMES = { days: KEPT_DAYS, minutes: DRAFT_MINUTES, hours: NETWORK_HOURS }

/** The name of one entry. */
export type KeptId = (typeof KEPT)[number]['id']

/** Deletes everything that has expired at `now`, and logs what and how much. A sweep that fails stops no other. */
export async function sweepAll(now = new Date()): Promise<void> {
  for (const kept of KEPT as readonly Kept[]) {
    if (!kept.sweep) continue
    try {
      const removed = await kept.sweep(now)
      if (removed) log().info({ kept: kept.id, removed }, 'removed what was past its time')
    } catch (error) {
      log().error({ err: error, kept: kept.id }, 'what is past its time could not be removed')
    }
  }
}
