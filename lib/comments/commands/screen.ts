import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { db } from '../../platform/db/client'
import { localeOf } from '../../platform/i18n/locale'
import { oncePerProcess } from '../../platform/runtime/per-process'
import { nudgeWorker } from '../../platform/runtime/worker-link'
import { noteJobEvent } from '../../platform/telemetry/job-metrics'
import { log } from '../../platform/telemetry/log'
import { type Received, receivedComments, sameWords } from '../queries/received'
import { readyWords } from '../queries/words'
import type { CheckInput } from '../rules/check-input'
import { fingerprint, type NormalisedText, normalise } from '../rules/normalise'
import { deciding, ownFindings, type Verdict, verdictOf } from '../rules/screen'
import { searchWords } from '../rules/search'
import { foreignLanguage } from '../rules/text-language'
import { askHook } from './hook'

/** Large enough to share the round trips, small enough that the first comment does not wait for the others. */
const BATCH = 100
const OUTCOMES = { publish: 'published', hold: 'held', reject: 'rejected' } as const

const fingerprintOf = (folded: NormalisedText) =>
  new Uint8Array(createHash('sha256').update(fingerprint(folded)).digest())

type Prepared = {
  comment: Received
  /** Throws what folding threw: a check that needs it then counts as broken. */
  folded: () => NormalisedText
  /** Null when the text could not be folded. */
  fingerprint: Uint8Array<ArrayBuffer> | null
  written: string | undefined
  search: string | undefined
}

/** Returns where in the program an error arose. Leaves out its message, which may quote a comment. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error object'
  const { name, stack = '' } = error
  return stack.startsWith(String(error)) ? name + stack.slice(String(error).length) : name
}

function noteFailure(check: string, error: unknown) {
  noteJobEvent({ failedCheck: check })
  log().error({ check, at: placeOf(error) }, 'a check of comments broke')
}

/** Returns `work` memoised: it runs at the first call, and is retried only if it threw. */
function once<T>(work: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: work() }
    return made.value
  }
}

/** Returns the result of `work` on a text, undefined where it throws: one text must not keep the others waiting. */
function attempt<T>(what: string, work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    noteFailure(what, error)
    return undefined
  }
}

function prepare(comment: Received): Prepared {
  const folded = once(() => normalise(comment.text))
  return {
    comment,
    folded,
    fingerprint: attempt('fold', () => fingerprintOf(folded())) ?? null,
    search: attempt('search', () => searchWords(comment.text)),
    written: attempt('text_language', () => foreignLanguage(comment.text, localeOf(comment.language))),
  }
}

/**
 * Returns a function whose calls each resolve in a separate turn of the event loop. So texts are checked one by one,
 * between other work.
 */
function turns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(() => nextTurn())
    return last
  }
}

/** Returns how often the same text stands earlier in this batch, which the database does not know yet. */
function sameInBatch(batch: Prepared[], index: number) {
  const own = batch[index]
  const same = batch
    .slice(0, index)
    .filter(
      ({ comment, fingerprint }) =>
        comment.surveyId === own?.comment.surveyId &&
        fingerprint &&
        own.fingerprint &&
        Buffer.compare(fingerprint, own.fingerprint) === 0,
    )
  const byReader = same.filter(
    ({ comment }) => Buffer.compare(comment.reader, own?.comment.reader ?? new Uint8Array()) === 0,
  ).length
  return { byReader, byOthers: same.length - byReader }
}

/**
 * Runs our own checks, then the newsroom's hook if none of them wants anything. A text that is decided already, or that
 * a broken check holds, is not sent outside.
 */
async function judgeOne({ comment }: Prepared, said: CheckInput, now: Date): Promise<Verdict> {
  const { id, revision, slug, language, text } = comment
  const { findings, failures } = ownFindings(said, now)
  for (const { rule, error } of failures) noteFailure(rule, error)
  const asked = deciding(findings)
    ? undefined
    : await askHook({ comment: id, revision, survey: slug, language, text }, now)
  return verdictOf(asked ? [...findings, asked] : findings, said, now)
}

async function judge(batch: Prepared[], now: Date): Promise<Verdict[]> {
  const [words, same] = await Promise.all([
    readyWords(),
    sameWords(batch.map(({ comment, fingerprint }) => ({ ...comment, fingerprint }))),
  ])
  const turn = turns()
  return Promise.all(
    batch.map(async (prepared, index) => {
      await turn()
      const { comment, folded } = prepared
      const here = sameInBatch(batch, index)
      return judgeOne(
        prepared,
        {
          text: comment.text,
          get folded() {
            return folded()
          },
          sentAt: comment.sentAt,
          survey: {
            language: localeOf(comment.language),
            closesAt: comment.closesAt ?? undefined,
            mode: comment.mode,
          },
          reader: { muted: comment.muted, publishedBefore: comment.publishedBefore },
          same: {
            byReader: (same[index]?.byReader ?? 0) + here.byReader,
            byOthers: (same[index]?.byOthers ?? 0) + here.byOthers,
          },
          banned: words.banned,
          suspect: words.suspect,
        },
        now,
      )
    }),
  )
}

/** Stores each decision of the batch in one statement, unless its comment changed or was decided meanwhile. */
async function store(batch: Prepared[], verdicts: Verdict[]) {
  await db().$executeRaw`/* storeVerdicts */
    WITH input AS (
      SELECT * FROM unnest(
        ${batch.map(({ comment }) => comment.id)}::uuid[],
        ${batch.map(({ comment }) => comment.revision)}::int[],
        ${batch.map(({ fingerprint }) => fingerprint)}::bytea[],
        ${batch.map(({ written }) => written ?? null)}::text[],
        ${batch.map(({ search }) => search ?? null)}::text[],
        ${verdicts.map(({ decidedBy }) => OUTCOMES[decidedBy.effect])}::decision_outcome[],
        ${verdicts.map(({ rule }) => rule)}::text[],
        ${verdicts.map(({ decidedBy }) => decidedBy.reason ?? null)}::text[],
        ${verdicts.map(({ decidedBy }) => decidedBy.law ?? null)}::text[],
        ${verdicts.map(({ findings }) => JSON.stringify(findings))}::text[]
      ) AS i (id, revision, fingerprint, language, search, outcome, rule, reason, law, findings)
    ),
    taken AS (
      SELECT c.survey_id, i.* FROM comment c JOIN input i ON i.id = c.id
      WHERE c.revision = i.revision AND c.decision_id IS NULL AND c.withdrawn_at IS NULL
      ORDER BY c.id FOR UPDATE OF c
    ),
    made AS (
      INSERT INTO decision (survey_id, comment_id, revision, outcome, rule, reason, law, findings, charter_version)
      SELECT survey_id, id, revision, outcome, rule, reason, law, findings::jsonb, (SELECT max(version) FROM charter)
      FROM taken
      RETURNING id, comment_id, outcome
    )
    UPDATE comment c SET decision_id = m.id, outcome = m.outcome, fingerprint = i.fingerprint, language = i.language,
      search = i.search::tsvector
    FROM made m JOIN input i ON i.id = m.comment_id
    WHERE c.id = m.comment_id`
}

/** Runs the checks on the oldest comments that have not passed through them; returns how many there were. */
export async function screenComments(now = new Date()): Promise<number> {
  const received = await receivedComments(BATCH)
  if (!received.length) return 0
  const turn = turns()
  const batch = await Promise.all(
    received.map(async (comment) => {
      await turn()
      return prepare(comment)
    }),
  )
  await store(batch, await judge(batch, now))
  return received.length
}

type Screening = { running: Promise<void> | undefined; again: boolean }

/**
 * Runs the checks until nothing waits. At most one run at a time in a process; a call during a run makes it check once
 * more.
 */
export function screenAll(): Promise<void> {
  const state = oncePerProcess<Screening>('screening', () => ({ running: undefined, again: false }))
  state.again = true
  state.running ??= (async () => {
    try {
      while (state.again) {
        state.again = false
        while ((await screenComments()) === BATCH);
      }
    } finally {
      state.running = undefined
    }
  })()
  return state.running
}

/**
 * Starts screening of new texts soon, in the worker process if there is one. A failure is logged, and the regular job makes
 * up for it.
 */
export function screenSoon(): void {
  if (nudgeWorker('screening')) return
  void screenAll().catch((error) => log().error({ err: error }, 'comments could not be screened'))
}
