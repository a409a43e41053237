import { describe, expect, it } from 'vitest'
import { Client } from '@/scripts/testing/client'
import { storedMember } from '@/scripts/testing/staff'
import { db } from '../../platform/db/client'
import type { Editor } from '../../staff/rules/roles'
import { type DeskSurvey, findForDesk } from '../queries/desk'
import { findSurvey } from '../queries/public'
import { bringIn } from './bring-in'
import { saveDraft } from './drafts'
import { archiveSurvey, closeSurvey, publishSurvey, reopenSurvey, setClosing, unschedule } from './lifecycle'

const ARTICLE = `Un tramway jusqu'au port
La municipalité a présenté mardi un tracé de neuf kilomètres entre la gare et le port.Le chantier durerait trois ans et coûterait 210 millions d'euros, selon la mairie. Les riverains demandent une enquête publique avant la fin de l'année.
Quel est votre avis sur le sujet ?Trouvez-vous ce projet crédible ou utile ?`

/** Creates an editor as the authorisation check would return them. */
const storedEditor = async () => (await storedMember('editor')) as Editor

async function brought(editor: Editor, text = ARTICLE): Promise<DeskSurvey> {
  const made = await bringIn(editor, { text, sourceName: 'Le Quotidien' })
  const survey = made.ok && (await findForDesk(editor, made.value.slug))
  if (!survey) throw new Error(JSON.stringify(made))
  return survey
}
const now = () => ({ opensAt: undefined, closesAt: undefined })
const code = (outcome: { ok: boolean; problem?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.problem?.code

describe('the life of a consultation', () => {
  it('goes from draft to open, closed and archived, each step in its history', async () => {
    const editor = await storedEditor()
    const { draft } = await brought(editor)
    const { slug } = draft
    const revision = async () => (await findForDesk(editor, slug))?.revision ?? 0
    expect(code(await publishSurvey(editor, slug, await revision(), now()))).toBe('ok')
    expect((await findSurvey(slug))?.view.status).toBe('open')
    expect((await findForDesk(editor, slug))?.pastedText).toBeUndefined()
    expect(code(await closeSurvey(editor, slug, await revision()))).toBe('ok')
    expect((await findSurvey(slug))?.view.status).toBe('closed')
    expect(code(await reopenSurvey(editor, slug, await revision()))).toBe('ok')
    expect((await findSurvey(slug))?.view.status).toBe('open')
    expect(code(await archiveSurvey(editor, slug, await revision()))).toBe('not_possible_now')
    expect(code(await closeSurvey(editor, slug, await revision()))).toBe('ok')
    expect(code(await archiveSurvey(editor, slug, await revision()))).toBe('ok')
    const after = await findForDesk(editor, slug)
    expect(after?.history.map((change) => change.action)).toEqual([
      'archived',
      'closed',
      'reopened',
      'closed',
      'opened',
      'created',
    ])
  })

  it('waits for its time, and closes at its time, by the clock of the database', async () => {
    const editor = await storedEditor()
    const { draft, revision } = await brought(editor)
    const { slug } = draft
    const opensAt = new Date(Date.now() + 3600_000)
    const closesAt = new Date(Date.now() + 7200_000)
    expect(code(await publishSurvey(editor, slug, revision, { opensAt: closesAt, closesAt: opensAt }))).toBe(
      'invalid_survey',
    )
    const lastYear = new Date(Date.now() - 365 * 24 * 3600_000)
    expect(await publishSurvey(editor, slug, revision, { opensAt: lastYear, closesAt })).toMatchObject({
      problem: { fields: [{ code: 'time_past', field: 'opensAt' }] },
    })
    expect((await findForDesk(editor, slug))?.status).toBe('draft')
    expect(code(await publishSurvey(editor, slug, revision, { opensAt, closesAt }))).toBe('ok')
    expect(await setClosing(editor, slug, revision + 1, lastYear)).toMatchObject({
      problem: { fields: [{ code: 'time_past', field: 'closesAt' }] },
    })
    const early = new Date(opensAt.getTime() - 60_000)
    expect(await setClosing(editor, slug, revision + 1, early)).toMatchObject({
      problem: { fields: [{ code: 'bad_times', field: 'closesAt' }] },
    })
    expect(await findSurvey(slug)).toBeUndefined()
    expect((await findForDesk(editor, slug))?.status).toBe('scheduled')
    expect((await findForDesk(editor, slug, opensAt))?.status).toBe('open')
    expect((await findForDesk(editor, slug, closesAt))?.status).toBe('closed')
    expect(code(await setClosing(editor, slug, revision + 1, undefined))).toBe('ok')
    expect((await findForDesk(editor, slug, closesAt))?.status).toBe('open')
    expect(code(await unschedule(editor, slug, revision + 2))).toBe('ok')
    expect((await findForDesk(editor, slug))?.status).toBe('draft')
  })

  it('is not published unfinished', async () => {
    const editor = await storedEditor()
    const { draft, revision } = await brought(
      editor,
      'Rien que deux phrases. Et aucune question aux lecteurs.',
    )
    const published = await publishSurvey(editor, draft.slug, revision, now())
    expect(published.ok ? [] : published.problem.fields?.map((fault) => fault.code)).toContain('no_question')
    expect(await findSurvey(draft.slug)).toBeUndefined()
  })

  it('freezes its questions once readers can answer, and nothing else', async () => {
    const editor = await storedEditor()
    const { draft, revision } = await brought(editor)
    const { slug } = draft
    await publishSurvey(editor, slug, revision, now())
    const survey = await findSurvey(slug)
    const open = survey?.view.questions[0]?.id ?? 0
    const vote = await new Client().json(`/api/v1/surveys/${slug}/ballot`, {
      json: { answers: [{ questionId: open, text: 'Oui.' }] },
    })
    expect(vote.status).toBe(201)
    const reworded = {
      ...draft,
      questions: draft.questions.map((question) => ({
        ...question,
        prompt: `${question.prompt} Vraiment ?`,
      })),
    }
    expect(code(await saveDraft(editor, slug, revision + 1, reworded))).toBe('wording_frozen')
    expect(code(await saveDraft(editor, slug, revision + 1, { ...draft, slug: 'ailleurs' }))).toBe(
      'not_possible_now',
    )
    expect(code(await saveDraft(editor, slug, revision + 1, { ...draft, summary: 'Corrigé.' }))).toBe('ok')
    expect((await findForDesk(editor, slug))?.ballots).toBe(1)
    expect(await db().question.count({ where: { survey: { slug } } })).toBe(2)
  })

  it('corrects words in place, with the answers kept and the old words in the history', async () => {
    const editor = await storedEditor()
    const { draft, revision } = await brought(editor)
    const { slug } = draft
    await publishSurvey(editor, slug, revision, now())
    const aspects = (await findSurvey(slug))?.view.questions[1]
    const early = { answers: [{ questionId: aspects?.id, optionIds: [aspects?.options[0]?.id] }] }
    await new Client().json(`/api/v1/surveys/${slug}/ballot`, { json: early })

    const corrected = draft.questions.map((question) => ({ ...question, prompt: `${question.prompt} (oui)` }))
    const saved = await saveDraft(
      editor,
      slug,
      revision + 1,
      { ...draft, questions: corrected },
      { asCorrection: true },
    )
    expect(code(saved)).toBe('ok')
    const after = await findForDesk(editor, slug)
    expect(after).toMatchObject({ version: 1, draft: { questions: corrected } })
    expect(after?.history[0]).toMatchObject({
      action: 'corrected',
      corrections: (await findSurvey(slug))?.view.questions.map(({ id }, place) => {
        const { prompt } = draft.questions[place] ?? {}
        return { question: id, before: prompt, after: `${prompt} (oui)` }
      }),
    })
    const results = await new Client().json(`/api/v1/surveys/${slug}/results`)
    expect(results.body).toMatchObject({ version: 1, ballots: 1, earlier: 0 })
    expect(results.body.questions[1].options[0]).toEqual({ id: aspects?.options[0]?.id, count: 1 })

    const more = { ...draft, questions: corrected.slice(1) }
    const refused = await saveDraft(editor, slug, revision + 2, more, { asCorrection: true })
    expect(code(refused)).toBe('not_a_correction')
  })

  it('asks new questions as a new version, and keeps the old ones with their answers', async () => {
    const editor = await storedEditor()
    const { draft, revision } = await brought(editor)
    const { slug } = draft
    await publishSurvey(editor, slug, revision, now())
    const address = `/api/v1/surveys/${slug}/ballot`
    const asked = async (place: number) => (await findSurvey(slug))?.view.questions[place]
    const aspects = await asked(1)
    const early = { answers: [{ questionId: aspects?.id, optionIds: [aspects?.options[0]?.id] }] }
    const [stays, changes] = [new Client(), new Client()]
    for (const reader of [stays, changes]) await reader.json(address, { json: early })

    const questions = draft.questions.map((question) => ({
      ...question,
      prompt: `${question.prompt} Vraiment ?`,
    }))
    const saved = await saveDraft(editor, slug, revision + 1, { ...draft, questions }, { asNewVersion: true })
    expect(code(saved)).toBe('ok')
    expect((await findForDesk(editor, slug))?.history[0]).toMatchObject({
      action: 'reworded',
      fields: ['questions'],
    })
    expect((await asked(0))?.prompt).toBe('Quel est votre avis sur le sujet ? Vraiment ?')

    const stale = await new Client().json(address, { json: early })
    expect([stale.status, stale.body.code]).toEqual([409, 'survey_changed'])
    const renewed = await asked(1)
    const late = { answers: [{ questionId: renewed?.id, optionIds: [renewed?.options[1]?.id] }] }
    expect((await changes.json(address, { json: late })).body.results).toMatchObject({
      version: 2,
      ballots: 1,
      earlier: 1,
    })
    expect((await stays.json(address)).body).toMatchObject({ version: 1, withdrawn: false })

    const [before, after] = await Promise.all(
      [1, 2].map((version) => new Client().json(`/api/v1/surveys/${slug}/results?version=${version}`)),
    )
    expect(before?.body).toMatchObject({ version: 1, ballots: 1, earlier: 0 })
    expect(before?.body.questions[1].options[0].count).toBe(1)
    expect(
      after?.body.questions[1].options.map((option: { count: number }) => option.count).slice(0, 2),
    ).toEqual([0, 1])
    expect((await new Client().json(`/api/v1/surveys/${slug}/results?version=3`)).status).toBe(404)
  })
})
