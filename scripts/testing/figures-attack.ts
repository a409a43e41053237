import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { decideQuarantine } from '../../lib/ballots/commands/quarantine'
import { screenAll } from '../../lib/comments/commands/screen'
import { checkOne } from '../../lib/operations/data-check'
import { db } from '../../lib/platform/db/client'
import { forgetOnce } from '../../lib/platform/runtime/per-process'
import { resultsOf } from '../../lib/results/rules/count'
import type { Results } from '../../lib/results/schema'
import type { Editor, Moderator } from '../../lib/staff/rules/roles'
import { saveDraft } from '../../lib/surveys/commands/drafts'
import { findForDesk } from '../../lib/surveys/queries/desk'
import { findSurvey, forgetSurvey, type SurveyRecord } from '../../lib/surveys/queries/public'
import { choose, path, question } from './answers'
import { Client } from './client'
import { type Sight, Sights, type State } from './observed-figures'
import { storedMember } from './staff'
import { storedSurvey } from './surveys'

export type Event =
  | { kind: 'votes'; places: number[] }
  | { kind: 'change' | 'says'; reader: number; place: number }
  | { kind: 'withdraw'; reader: number }
  | { kind: 'setAside'; readers: number[] }
  | { kind: 'lift' | 'newQuestions' | 'close' | 'reopen' | 'restart' }

/** The process's caches of public figures. */
const KEPT = ['public-figures', 'settled', 'kept-tallies']

/**
 * An attacker who knows when each event happens and reads every public surface after each. Everything readable is
 * compared with the ballots stored after each commit.
 */
export class Attack {
  private readonly anybody = new Client()
  private readonly readers: Client[] = []
  private readonly quarantines: number[] = []
  private readonly sights = new Sights()
  /** The context of the figures, by version and commit. */
  private readonly beside = new Map<string, unknown>()
  private readonly found: string[] = []
  /** How often only the number of ballots was seen. */
  few = 0
  /** How often an answer was seen beside a text. */
  answers = 0

  private constructor(
    private survey: SurveyRecord,
    private readonly batch: number,
    private readonly staff: Editor & Moderator,
  ) {}

  static async begin(batch: number): Promise<Attack> {
    const survey = await storedSurvey({ resultsVisibility: 'always', moderationMode: 'after' })
    return new Attack(survey, batch, (await storedMember('admin')) as Editor & Moderator)
  }

  async let(event: Event): Promise<void> {
    const { slug } = this.survey.view
    if (event.kind === 'votes') {
      for (const place of event.places) await this.vote(this.readers.push(new Client()) - 1, place)
    } else if (event.kind === 'change') await this.vote(event.reader, event.place)
    else if (event.kind === 'says') {
      await this.vote(
        event.reader,
        event.place,
        `Mon avis ${randomBytes(6).toString('hex')}, en quelques mots.`,
      )
      await screenAll()
    } else if (event.kind === 'withdraw')
      await this.readers[event.reader]?.send(path(this.survey, '/ballot'), { method: 'DELETE' })
    else if (event.kind === 'setAside') await this.setAside(event.readers)
    else if (event.kind === 'lift') {
      const id = this.quarantines.shift()
      if (id !== undefined) await decideQuarantine(this.staff, id, 'lifted')
    } else if (event.kind === 'newQuestions') await this.askAnew()
    else if (event.kind === 'restart') for (const name of KEPT) forgetOnce(name)
    else {
      const closesAt = event.kind === 'close' ? new Date(Date.now() - 1_000) : null
      await db().survey.update({ where: { slug }, data: { closesAt } })
      forgetSurvey(slug)
    }
    await this.record()
  }

  /** Returns how many different figures were seen. */
  get steps(): number {
    return this.sights.count
  }

  private async vote(reader: number, place: number, text?: string) {
    const client = this.readers[reader]
    if (!client) return
    const said = text ? [{ questionId: question(this.survey, 'open').id, text }] : []
    const answers = [
      ...said,
      choose(this.survey, 'single', place),
      choose(this.survey, 'aspects', place % 2, 3),
    ]
    const { status, body } = await client.json(path(this.survey, '/ballot'), {
      json: { answers },
      headers: { 'x-forwarded-for': `10.0.${reader}.1` },
    })
    if (status > 299) return
    await this.record()
    this.see(body.results)
  }

  private async setAside(readers: number[]) {
    const keys = [...(await this.stored()).keys()]
    const members = readers.flatMap((reader) => keys[reader] ?? [])
    if (!members.length) return
    const { id } = await db().quarantine.create({
      data: {
        surveyId: this.survey.id,
        ...{
          rule: 'cadence',
          facts: {},
          fromAt: new Date(0),
          toAt: new Date(),
          size: members.length,
          cells: {},
        },
        members: {
          create: members.map((reader) => ({ reader: new Uint8Array(Buffer.from(reader, 'hex')) })),
        },
      },
    })
    await decideQuarantine(this.staff, id, 'set_aside')
    this.quarantines.push(id)
  }

  private async askAnew() {
    const { slug } = this.survey.view
    const desk = await findForDesk(this.staff, slug)
    if (!desk) return
    const [first, ...others] = desk.draft.questions
    if (!first) return
    const questions = [{ ...first, prompt: `${first.prompt} (bis)` }, ...others]
    await saveDraft(this.staff, slug, desk.revision, { ...desk.draft, questions }, { asNewVersion: true })
    this.survey = (await findSurvey(slug)) ?? this.survey
  }

  /** Returns every ballot, with what it adds to the counts. */
  private async stored(): Promise<State> {
    const rows = await db().$queryRaw<{ reader: string; cells: string }[]>`
      SELECT encode(reader, 'hex') AS reader,
        CASE WHEN quarantine_id IS NULL THEN array_to_string(cells, ' ') ELSE '' END AS cells
      FROM ballot WHERE survey_id = ${this.survey.id} ORDER BY reader`
    return new Map(rows.map(({ reader, cells }) => [reader, cells]))
  }

  private async record() {
    const head = await db().tallyHead.findFirst({ where: { surveyId: this.survey.id } })
    this.sights.states.set(Number(head?.seq ?? 0), await this.stored())
  }

  /** Records results, which must equal the counts of the commit that they name. */
  private see(results: Results, survey = this.survey) {
    const { version, seq } = results
    const open = survey.view.status === 'open'
    if (!results.questions.length) {
      this.few++
      if (seq !== 0 || results.chain)
        this.found.push('figures of too few ballots say which commit they are of')
      return
    }
    const counts = new Map<string, number>()
    for (const cells of this.sights.stateAt(seq).values())
      for (const cell of cells.split(' ').filter(Boolean)) counts.set(cell, (counts.get(cell) ?? 0) + 1)
    const real = resultsOf(survey.view, { seq, at: new Date(results.at), chain: results.chain ?? '', counts })
    if (!isDeepStrictEqual(real, results)) this.found.push(`results ${seq} are not the counts of that commit`)
    if (results.ballots < this.batch) this.found.push(`figures of ${results.ballots} ballots`)
    this.found.push(...this.sights.add({ version, seq, open }, this.batch))
  }

  /** Checks that the same figures always have the same context, whatever happened meanwhile. */
  private same(what: string, { version, seq, open }: Sight, shown: unknown) {
    const key = `${what} ${version} ${seq} ${open}`
    if (!this.beside.has(key)) this.beside.set(key, shown)
    else if (open && !isDeepStrictEqual(this.beside.get(key), shown))
      this.found.push(`${what} beside the figures ${seq} of version ${version} changed`)
  }

  /** Reads every public surface. */
  async look(): Promise<void> {
    const { slug } = this.survey.view
    this.survey = (await findSurvey(slug)) ?? this.survey
    const { view } = this.survey
    const open = view.status === 'open'
    const get = async (rest: string) => (await this.anybody.json(path(this.survey, rest))).body
    for (let version = 1; version <= view.version; version++) {
      const survey = await findSurvey(slug, version)
      if (survey) this.see(await get(`/results?version=${version}`), survey)
    }
    const results: Results = await get('/results')
    const sight = { version: results.version, seq: results.seq, open }
    const { seen: _seen, started: _started, ...context } = await get('/context')
    const ledger = await get('/ledger')
    const frame = await (await this.anybody.send(`/embed/${slug}`)).text()
    if (results.seq === 0) {
      if (context.course.steps.length || context.sources.length)
        this.found.push('a course of too few ballots')
      if (ledger.setAside.some(({ effect }: { effect: unknown[] }) => effect.length))
        this.found.push('shares of too few ballots')
      if (frame.includes('<td')) this.found.push('a frame with figures of too few ballots')
    } else {
      this.same('context', sight, context)
      this.same('ledger', sight, ledger)
      this.same('frame', sight, frame)
    }
    const cited = await this.anybody.json(path(this.survey, '/snapshots'), { json: {} })
    if (cited.status === 201) this.see(cited.body.results)
    await this.lookAtComments(results.seq, open)
  }

  private async lookAtComments(seq: number, open: boolean) {
    const [all, bySide] = [
      (await this.anybody.json(path(this.survey, '/comments'))).body,
      (await this.anybody.json(path(this.survey, '/comments?by=side'))).body,
    ]
    const told = [...all.comments, ...bySide.sides.flatMap((side: { comments: unknown[] }) => side.comments)]
    for (const { id } of told.filter(({ optionIds }) => optionIds.length)) {
      const { reader } = await db().comment.findUniqueOrThrow({ where: { id }, select: { reader: true } })
      const key = Buffer.from(reader).toString('hex')
      const [then, now] = [this.sights.stateAt(seq).get(key), (await this.stored()).get(key)]
      this.answers++
      // A ballot that was set aside then and is restored since was beside its text before.
      if (open && (seq === 0 || (then !== '' && then !== now)))
        this.found.push(`an answer beside a text that the figures ${seq} do not hold`)
    }
  }

  /** Returns the faults found: an empty list if there are none. The survey is closed by now. */
  async verdict(): Promise<string[]> {
    const { body: last } = await this.anybody.json(path(this.survey, '/results'))
    const rows = await db().$queryRaw<{ cell: string; count: number }[]>`
      SELECT cell, count(*)::int AS count FROM ballot, unnest(cells) AS cell
      WHERE survey_id = ${this.survey.id} AND quarantine_id IS NULL GROUP BY cell`
    const counts = new Map(rows.map(({ cell, count }) => [cell, count]))
    const { view } = this.survey
    const real = resultsOf(view, { ...last, at: new Date(last.at), chain: last.chain ?? '', counts })
    const enough = real.ballots >= 2 * this.batch
    if (enough ? !isDeepStrictEqual(real, last) : last.questions.length || last.ballots !== real.ballots)
      this.found.push('the last results are not a recount')
    return [...this.found, ...((await checkOne(view.slug)) ?? []).map(({ row, wrong }) => `${row} ${wrong}`)]
  }
}
