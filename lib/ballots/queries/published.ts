import { LRUCache } from 'lru-cache'
import { env } from '../../platform/runtime/env'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { singleFlight } from '../../platform/runtime/single-flight'
import type { SurveyRecord } from '../../surveys/queries/public'
import { figureSteps } from '../../surveys/rules/figures'
import type { Commit } from '../rules/commit'
import { type PublicFigures, type StoredStep, stepOf, type Tally } from '../rules/published'
import { versionKey } from '../rules/tally-keys'
import { type Kept, readKept, releaseAtClosing, releaseNext } from './advance-figures'
import { sharedTally, tallyAfter } from './tally'

type Known = {
  /** The sequence of the tally at the last check for a next step. */
  head: bigint
  kept: Kept
  figures: PublicFigures
  /** When that check was, by the process's own clock, in milliseconds. */
  looked: number
}

/** The same limit as for tallies. */
const MAX_KEPT = 1_000
/**
 * While ballots come fast, their responses check for a next step at this interval; a request for results always does.
 */
const LOOK_MS = 1_000

const known = () => oncePerProcess('public-figures', () => new LRUCache<string, Known>({ max: MAX_KEPT }))
/** The sequence at which a survey was settled, by survey and version. */
const settled = () => oncePerProcess('settled', () => new LRUCache<string, number>({ max: MAX_KEPT }))

const keyOf = ({ id, view }: SurveyRecord) => `${id} ${view.version}`
const idsOf = (key: string) => key.split(' ').map(Number) as [id: number, version: number]

const NOBODY: PublicFigures = { kind: 'few', at: new Date(0), counts: new Map() }

type Shown = { shown: StoredStep | null; shown_seq: bigint | null }

/** Returns what to show: the step that was read, as the same object if unchanged, or `few` where there is none. */
function figuresOf({ shown, shown_seq: seq }: Shown, before: PublicFigures | undefined, few: PublicFigures) {
  if (seq === null) return few
  if (before?.kind === 'step' && BigInt(before.tally.seq) === seq) return before
  return shown ? ({ kind: 'step', ...stepOf(shown) } satisfies PublicFigures) : few
}

/** Reads the public figures of an open survey, and takes the next step when enough new ballots are in. */
async function look(key: string): Promise<PublicFigures> {
  const [id, version] = idsOf(key)
  const before = known().get(key)
  const row = await readKept(id, version, { head: before?.head, shown: before?.kept.shown_seq })
  if (!row) return NOBODY
  const { head, at, few: counts } = row
  const few: PublicFigures = counts
    ? { kind: 'few', at, counts: new Map(Object.entries(counts)) }
    : (before?.figures ?? NOBODY)
  const taken = head === before?.head ? undefined : await releaseNext(id, version, env().AVIS_RESULTS_BATCH)
  const kept = taken ?? row
  const figures = figuresOf(kept, before?.figures, few)
  known().set(key, { head, kept, figures, looked: performance.now() })
  return figures
}

const looks = () => oncePerProcess('public-looks', () => singleFlight(look))

/** Records what readers of a closed survey are about to see, before they see it. */
const settles = () =>
  oncePerProcess('settles', () =>
    singleFlight(async (key: string): Promise<Tally | undefined> => {
      const shown = await releaseAtClosing(...idsOf(key), fewest())
      if (!shown) return undefined
      settled().set(key, shown.seq)
      known().delete(key)
      return stepOf(shown).tally
    }),
  )

/** Returns the minimum number of ballots at which figures are shown. */
const fewest = () => figureSteps(env().AVIS_RESULTS_BATCH)?.from ?? 0

/** Returns the exact counts of a survey that is over; undefined while the database still accepts ballots for it. */
async function whenOver(survey: SurveyRecord): Promise<PublicFigures | undefined> {
  const { id, view } = survey
  const key = keyOf(survey)
  const now = await sharedTally(id)
  if (!now) return NOBODY
  if ((now.counts.get(versionKey(view.version)) ?? 0) < fewest())
    return { kind: 'few', at: now.at, counts: now.counts }
  const tally = settled().get(key) === now.seq ? now : await settles()(key)
  return tally && { kind: 'exact', tally }
}

/** Returns whether the ballots of `commit` may be those that complete a next step. */
function mayStep({ kept }: Known, version: number, { counts }: Commit): boolean {
  const cell = versionKey(version)
  const ballots = counts.find(([moved]) => moved === cell)?.[1]
  return ballots !== undefined && ballots >= (kept.next_ballots ?? 0) + env().AVIS_RESULTS_BATCH
}

/**
 * Returns what readers may know of the counts of `survey` by now (docs/decisions/live-figures.md). Concurrent calls
 * share one indexed read. With `commit`, for the response to its ballots, reads nothing unless it may complete a step.
 */
export async function publicFigures(survey: SurveyRecord, commit?: Commit): Promise<PublicFigures> {
  if (env().AVIS_RESULTS_BATCH === 1)
    return { kind: 'exact', tally: await (commit ? tallyAfter(survey.id, commit) : sharedTally(survey.id)) }
  if (survey.view.status !== 'open') {
    const over = await whenOver(survey)
    if (over) return over
  }
  const last = commit && known().get(keyOf(survey))
  if (commit && last?.figures.kind === 'step') {
    const due = performance.now() - last.looked >= LOOK_MS && mayStep(last, survey.view.version, commit)
    if (!due) return last.figures
  }
  return looks()(keyOf(survey))
}
