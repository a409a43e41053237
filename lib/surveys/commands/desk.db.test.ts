import { describe, expect, it } from 'vitest'
import { storedMember } from '@/scripts/testing/staff'
import type { Editor } from '../../staff/rules/roles'
import { type DeskSurvey, findForDesk, listForDesk } from '../queries/desk'
import { findSurvey } from '../queries/public'
import { bringIn } from './bring-in'
import { saveDraft } from './drafts'

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
const code = (outcome: { ok: boolean; problem?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.problem?.code

describe('an article that is brought in', () => {
  it('becomes a draft with its closing questions, which readers cannot find', async () => {
    const editor = await storedEditor()
    const { draft, status, pastedText, history } = await brought(editor)
    expect(status).toBe('draft')
    expect(pastedText).toBe(ARTICLE)
    expect(draft.questions).toEqual([
      {
        kind: 'open',
        prompt: 'Quel est votre avis sur le sujet ?',
        required: false,
        lines: [],
        abstain: false,
      },
      {
        kind: 'aspects',
        prompt: 'Trouvez-vous ce projet crédible ou utile ?',
        required: false,
        lines: ['crédible', 'utile'],
        abstain: true,
      },
    ])
    expect(draft.summary).not.toBe('')
    expect(history).toMatchObject([{ action: 'created', by: 'Édith Éditrice' }])
    expect(await findSurvey(draft.slug)).toBeUndefined()
    expect((await listForDesk(editor)).map((entry) => entry.slug)).toContain(draft.slug)
  })

  it('is refused when there is nothing to read, far too much, or a wall in its place', async () => {
    const editor = await storedEditor()
    for (const [text, wrong] of [
      [' \n ', 'nothing_to_read'],
      ['a'.repeat(100_001), 'text_too_long'],
      ['Verifying you are human.\n\nAre you a robot?', 'text_robot_wall'],
      ['Le pont ouvre.\n\nLa suite est réservée aux abonnés.', 'text_subscription_wall'],
      ['Acceptez-vous les cookies ou préférez-vous vous abonner ?', 'text_consent_wall'],
    ] as const) {
      const made = await bringIn(editor, { text })
      expect(made.ok ? '' : made.problem.fields?.[0]?.code).toBe(wrong)
    }
  })

  it('gets a title, an address and a source from what there is', async () => {
    const editor = await storedEditor()
    const text = 'Le bac ne passera plus. La régie manque de pilotes.\n\nQu’en pensez-vous ?'
    const made = await bringIn(editor, { text, sourceUrl: 'https://www.journal.example/bac' })
    const draft = made.ok ? (await findForDesk(editor, made.value.slug))?.draft : undefined
    expect(draft).toMatchObject({ title: 'Le bac ne passera plus', sourceName: 'journal.example' })
    expect(draft?.slug).toMatch(/^bac-ne-passera-plus/)
  })

  it('gets an address of its own, also when two have one title', async () => {
    const editor = await storedEditor()
    const all = await Promise.all([1, 2, 3].map(() => brought(editor)))
    expect(new Set(all.map((survey) => survey.draft.slug)).size).toBe(3)
  })
})

describe('a draft', () => {
  it('is saved over the revision it was made from, with who and what in its history', async () => {
    const editor = await storedEditor()
    const { draft, revision } = await brought(editor)
    const saved = await saveDraft(editor, draft.slug, revision, {
      ...draft,
      title: 'Autre titre',
      summary: 'En bref.',
    })
    expect(saved).toEqual({ ok: true, value: { slug: draft.slug, revision: revision + 1 } })
    const after = await findForDesk(editor, draft.slug)
    expect(after?.draft.title).toBe('Autre titre')
    expect(after?.history[0]).toMatchObject({
      action: 'edited',
      by: 'Édith Éditrice',
      fields: ['title', 'summary'],
    })
  })

  it('is not overwritten: of fifty who save at once, one does', async () => {
    const editor = await storedEditor()
    const { draft, revision } = await brought(editor)
    const saves = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        saveDraft(editor, draft.slug, revision, { ...draft, title: `Titre ${n}` }),
      ),
    )
    const codes = saves.map(code)
    expect(codes.filter((one) => one === 'ok')).toHaveLength(1)
    expect(codes.filter((one) => one === 'edited_meanwhile')).toHaveLength(49)
    const after = await findForDesk(editor, draft.slug)
    expect(after?.revision).toBe(revision + 1)
    expect(after?.draft.title).toBe(`Titre ${codes.indexOf('ok')}`)
  })

  it('is left as it was by a save that is refused', async () => {
    const editor = await storedEditor()
    const { draft, revision } = await brought(editor)
    expect(code(await saveDraft(editor, draft.slug, revision, { ...draft, questions: [] }))).toBe(
      'invalid_survey',
    )
    const other = await brought(editor)
    expect(code(await saveDraft(editor, draft.slug, revision, { ...draft, slug: other.draft.slug }))).toBe(
      'slug_taken',
    )
    const after = await findForDesk(editor, draft.slug)
    expect(after?.draft).toEqual(draft)
    expect(after?.revision).toBe(revision)
  })
})
