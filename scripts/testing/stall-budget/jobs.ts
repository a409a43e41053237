/** The largest work that each regular job of the server can meet, within the time that a test has to create it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freshSite } from '../../../lib/appearance/queries/site'
import { castBallot } from '../../../lib/ballots/commands/cast'
import { forgetHistories } from '../../../lib/ballots/commands/erase'
import { fileErasures } from '../../../lib/ballots/commands/erasure-log'
import { inspectAll } from '../../../lib/ballots/commands/inspect'
import { TEXT_LENGTH } from '../../../lib/ballots/schema'
import { fillSearch } from '../../../lib/comments/commands/fill-search'
import { notifyReporters } from '../../../lib/comments/commands/notify-reporters'
import { screenAll } from '../../../lib/comments/commands/screen'
import { saveWords } from '../../../lib/comments/commands/words'
import { listKinds, WORD_LENGTH, WORDS_MOST } from '../../../lib/comments/schema'
import { exportSurvey } from '../../../lib/exports/commands/export-survey'
import { workExports } from '../../../lib/exports/commands/run-jobs'
import { FORMAT_NAMES } from '../../../lib/exports/rules/table'
import { sweepAll } from '../../../lib/operations/retention'
import { db, Prisma } from '../../../lib/platform/db/client'
import { forgetOnce } from '../../../lib/platform/runtime/per-process'
import { newReaderId, pseudonymOf } from '../../../lib/readers/rules/identity'
import type { Admin } from '../../../lib/staff/rules/roles'
import { pollOneFeed } from '../../../lib/surveys/commands/poll-feeds'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'
import { LABEL_LENGTH, MAX_OPTIONS, MAX_QUESTIONS, PROMPT_LENGTH } from '../../../lib/surveys/schema'
import { member } from '../comments'
import { storedSurvey } from '../surveys'
import { extent } from '../test-size'
import { textsOf } from './hostile-texts'

/** Ballots with a text each: enough for several batches of every job. */
const BALLOTS = extent(250, 5_000)
/** Ballots without texts, whose batches have as many rows as a batch can have. */
const SHORT_BALLOTS = extent(6_000, 100_000)
/** Ballots of the longest questionnaire, each unlike the next. */
const WIDE_BALLOTS = extent(120, 3_000)
/** Texts of one shape, as many as one run of the checks handles. */
const COMMENTS = 100
const TOGETHER = 100

type Job = { shape: string; prepare?: () => Promise<unknown>; work: () => Promise<unknown> }

async function write(survey: SurveyRecord, texts: string[]) {
  const open = survey.view.questions.find(({ kind }) => kind === 'open')
  if (!open) throw new Error('this survey asks for no text')
  const others = survey.view.questions.filter(({ kind }) => kind === 'single' || kind === 'scale')
  const cast = (text: string, index: number) => {
    const chosen = others.map((question) => ({
      question,
      options: question.options.slice(index % question.options.length).slice(0, 1),
    }))
    const reader = pseudonymOf(survey.readerKey, newReaderId())
    return castBallot(survey, reader, [{ question: open, options: [], text }, ...chosen])
  }
  for (let at = 0; at < texts.length; at += TOGETHER)
    await Promise.all(texts.slice(at, at + TOGETHER).map((text, index) => cast(text, at + index)))
}

/** Adds ballots by SQL, with every choice of every question in turn. */
async function addShortBallots({ id, view }: SurveyRecord) {
  const choices = view.questions.filter(({ kind }) => kind === 'single' || kind === 'scale')
  const cells = choices.map(({ id: question, options }, place) => {
    const ids = Prisma.join(options.map((option) => option.id))
    const chosen = Prisma.sql`(ARRAY[${ids}]::int[])[1 + (n / ${3 ** place}::int) % ${options.length}::int]`
    return Prisma.sql`${`q${question}`}::text, 'o' || ${chosen}`
  })
  await db().$executeRaw`
    INSERT INTO ballot (survey_id, reader, cells, receipt_hash, cast_at)
    SELECT ${id}, sha256(convert_to('reader ' || n, 'UTF8')), ARRAY['b', 'v1', ${Prisma.join(cells)}], sha256(''),
      now() - make_interval(mins => n) FROM generate_series(1, ${SHORT_BALLOTS}) AS n`
}

/** The longest questionnaire that an editor can ask, of boxes alone. */
const wideSurvey = () =>
  storedSurvey({
    questions: Array.from({ length: MAX_QUESTIONS }, (_, question) => ({
      kind: 'multiple' as const,
      prompt: `Question ${question} ? `.padEnd(PROMPT_LENGTH, 'm'),
      options: Array.from({ length: MAX_OPTIONS }, (_, option) => ({
        label: 'l'.padEnd(LABEL_LENGTH - 2, 'l') + option,
      })),
    })),
  })

/** Adds ballots by SQL, with every third box ticked. */
async function addWideBallots({ id }: SurveyRecord) {
  await db().$executeRaw`
    INSERT INTO ballot (survey_id, reader, cells, receipt_hash)
    SELECT ${id}, sha256(convert_to('reader ' || n, 'UTF8')), ARRAY['b', 'v1'] || (
      SELECT array_agg(DISTINCT cell) FROM question q JOIN option o ON o.question_id = q.id,
        unnest(ARRAY['q' || q.id, 'o' || o.id]) AS cell
      WHERE q.survey_id = ${id} AND (o.id + o.id / 7 * n) % 3 = 0
    ), sha256('') FROM generate_series(1, ${WIDE_BALLOTS}) AS n`
}

/** Words of every letter, of two letters, and of a repeated one: the hardest for a search. */
const LISTS: Record<string, (index: number) => string> = {
  'words of many letters': (index) =>
    Array.from({ length: WORD_LENGTH - 10 }, (_, at) =>
      String.fromCharCode(97 + ((index * 31 + at * at * (index + 7)) % 26)),
    ).join(''),
  'words of two letters': (index) =>
    Array.from({ length: 28 }, (_, at) => `${(index >> (at % 11)) & 1 ? 'aa' : 'a'}b`).join('') + index,
  'one letter drawn out': (index) => `${'c'.repeat((index % 50) + 1)}${'o'.repeat(index / 50 + 1)}`,
}

async function saveLists(wordOf: (index: number) => string) {
  const admin = (await member('admin')) as unknown as Admin
  const lines = Array.from({ length: WORDS_MOST }, (_, index) => `${wordOf(index)}: insult`)
  for (const kind of listKinds) {
    const saved = await saveWords(admin, kind, lines.join('\n'))
    if (!saved.ok) throw new Error(`the list was refused: ${JSON.stringify(saved.problem)}`)
  }
}

/** Returns jobs that check texts of maximum length, in every shape. */
const screening = (list: string): Job[] =>
  textsOf(TEXT_LENGTH).map(([shape, text], index) => ({
    shape: `${list}; ${shape}`,
    prepare: async () => {
      const wordOf = LISTS[list]
      if (index === 0 && wordOf) await saveLists(wordOf)
      // As in a process that was just started.
      if (index === 0) forgetOnce('words')
      await write(
        await storedSurvey(),
        Array.from({ length: extent(5, COMMENTS) }, () => text),
      )
    },
    work: () => screenAll(),
  }))

/** Returns the inputs by the jobs' names in server.ts. A job without an entry fails the test. */
export async function jobEntries(): Promise<Record<string, Job[]>> {
  const survey = await storedSurvey()
  const texts = textsOf(TEXT_LENGTH)
  const folder = mkdtempSync(path.join(tmpdir(), 'avis-stall-'))
  const short = await storedSurvey()
  const wide = await wideSurvey()
  const exportsOf = (what: string, of: SurveyRecord) =>
    FORMAT_NAMES.map((format): Job => {
      const input = { format, table: 'ballots', allTexts: true, setAside: true, language: 'fr' } as const
      return { shape: `${format}, ${what}`, work: () => exportSurvey(of, input, path.join(folder, format)) }
    })
  return {
    screening: Object.keys(LISTS).flatMap(screening),
    exports: [
      {
        shape: 'no job',
        prepare: () =>
          write(
            survey,
            Array.from({ length: BALLOTS }, (_, index) => texts[index % texts.length]?.[1] ?? ''),
          ),
        work: () => workExports(),
      },
      ...exportsOf('long texts', survey),
      { shape: 'no job, more ballots', prepare: () => addShortBallots(short), work: () => workExports() },
      ...exportsOf('full batches', short),
      { shape: 'no job, many boxes', prepare: () => addWideBallots(wide), work: () => workExports() },
      ...exportsOf('many boxes', wide),
      { shape: 'no job again', work: async () => rmSync(folder, { recursive: true }) },
    ],
    search: [
      {
        shape: 'texts whose words are not stored yet',
        prepare: async () => {
          await screenAll()
          await db().$executeRaw`UPDATE comment SET search = NULL`
        },
        work: () => fillSearch(),
      },
    ],
    erasures: [
      {
        shape: 'nothing left off',
        work: async () => {
          await forgetHistories()
          await fileErasures()
        },
      },
    ],
    inspection: [{ shape: `${BALLOTS} ballots`, work: () => inspectAll(new Date(), 'again') }],
    sweep: [
      {
        shape: 'drafts past their time',
        prepare: () =>
          db().formDraft.createMany({
            skipDuplicates: true,
            data: texts.map(([, text], index) => ({
              id: `${index}`.padStart(22, '0'),
              payload: { fields: [['t1', text]] },
              expiresAt: new Date(0),
            })),
          }),
        work: () => sweepAll(),
      },
    ],
    notices: [{ shape: 'nobody to tell', work: () => notifyReporters() }],
    // A feed's pages are parsed outside this thread: lib/platform/runtime/worker-pool.test.ts and the commands below.
    feeds: [{ shape: 'no feed', work: () => pollOneFeed() }],
    appearance: [{ shape: 'as it is', work: () => freshSite() }],
  }
}
