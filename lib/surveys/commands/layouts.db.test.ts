import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { LAYOUTS, serveLayouts } from '@/scripts/testing/layouts'
import { storedMember } from '@/scripts/testing/staff'
import { fetchPage } from '../../articles/commands/fetch'
import { readArticle } from '../../articles/commands/read-article'
import { lintQuestion } from '../../articles/rules/lint/lint'
import { db } from '../../platform/db/client'
import type { Editor } from '../../staff/rules/roles'
import { findForDesk } from '../queries/desk'
import { findSurvey } from '../queries/public'
import { editableOf, questionOf } from '../rules/editing'
import type { Draft } from '../schema'
import { bringIn } from './bring-in'
import { saveDraft } from './drafts'
import { publishSurvey } from './lifecycle'

let site: Awaited<ReturnType<typeof serveLayouts>>
beforeAll(async () => {
  site = await serveLayouts()
})
afterAll(() => site.close())
beforeEach(() => db().$executeRaw`TRUNCATE feed, article CASCADE`)

/** Takes the first repair that the desk offers for each question, as an editor would by its button. */
function repaired({ questions, language }: Draft) {
  return questions.map((question) => {
    const { options = [], ...asked } = questionOf(question, language)
    const offer = lintQuestion({ ...asked, required: false, options }, language).find(
      (one) => one.offer,
    )?.offer
    return offer ? { ...editableOf(offer, language), required: question.required } : question
  })
}

const WALKS = {
  graph: {
    title: 'Halle d’Orvanne : le marché du dimanche en sursis',
    source: { name: 'La Gazette d’Orvanne', publishedOn: '2026-03-09' },
    language: 'fr',
    asked: [
      [
        'Où faut-il installer le marché pendant les travaux : au parking des Tanneurs, au mail Gambetta ou dans les rues autour de la halle ?',
        'au parking des Tanneurs|au mail Gambetta|dans les rues autour de la halle|Sans avis',
      ],
      [
        'Ce chantier vous paraît-il nécessaire et urgent ?',
        'nécessaire: Oui|nécessaire: Non|nécessaire: Sans avis|urgent: Oui|urgent: Non|urgent: Sans avis',
      ],
    ],
  },
  table: {
    title: 'Un péage à 2 € pour passer le pont',
    source: { name: 'Le Courrier de la Vanne', publishedOn: '2026-03-14' },
    language: 'fr',
    asked: [
      [
        'Et vous, quelle solution préférez-vous ?',
        'le péage pour tous|la gratuité pour les riverains|pas de péage|Sans avis',
      ],
      // The article asks «Ne trouvez-vous pas…»: the desk offers this instead.
      ['Trouvez-vous ce tarif trop élevé ?', 'Oui|Non|Sans avis'],
    ],
  },
  list: {
    title: 'Rentrée : ce qui change à l’école Jean-Macé, point par point',
    source: { name: 'Val-Matin', publishedOn: '2026-08-27' },
    language: 'fr',
    asked: [
      [
        'Quel changement vous paraît le plus utile ?',
        'Des journées plus courtes|Le repas végétarien|La cour plantée|Sans avis',
      ],
      ['Que faudrait-il encore changer à l’école ?', ''],
    ],
  },
  amp: {
    title: 'À Roncey, la fibre arrive par les poteaux',
    source: { name: 'Ouest Bocage', publishedOn: '2026-01-16' },
    language: 'fr',
    asked: [
      ['Êtes-vous pour ou contre ces poteaux ?', 'pour|contre|Sans avis'],
      ['Si oui, pourquoi ?', ''],
      ['Sur une échelle de 1 à 5, quelle note donnez-vous à votre connexion actuelle ?', '1|2|3|4|5'],
    ],
  },
  english: {
    title: 'Mend the old bridge or build a new one?',
    source: { name: 'The Harlow Ferry Post', publishedOn: '2026-05-05' },
    language: 'en',
    asked: [
      [
        'Should the county repair the bridge, build a new one, or do neither?',
        'repair the bridge|build a new one|do neither|No opinion',
      ],
      ['Would you pay a toll of £1.50 to cross?', 'Yes|No|No opinion'],
    ],
  },
} satisfies Record<keyof typeof LAYOUTS, unknown>

it.each(Object.entries(WALKS))('%s: from its address to the readers’ page', async (name, walk) => {
  const editor = (await storedMember('editor')) as Editor
  const { path } = LAYOUTS[name as keyof typeof LAYOUTS]
  const read = await readArticle(site.origin + path, (url) => fetchPage(url, { origins: [site.origin] }))
  if (!read.ok) throw new Error(read.problem.code)
  const made = await bringIn(editor, read.value)
  if (!made.ok) throw new Error(made.problem.code)
  const { slug } = made.value
  const desk = await findForDesk(editor, slug)
  if (!desk) throw new Error('no draft')
  const questions = repaired(desk.draft)
  const saved = await saveDraft(editor, slug, desk.revision, { ...desk.draft, questions })
  expect(saved).toMatchObject({ ok: true })
  const revision = saved.ok ? saved.value.revision : 0
  expect(
    await publishSurvey(editor, slug, revision, { opensAt: undefined, closesAt: undefined }),
  ).toMatchObject({
    ok: true,
  })
  const view = (await findSurvey(slug))?.view
  const { title, source, language } = walk
  expect(view).toMatchObject({ title, source, language, status: 'open' })
  expect(
    view?.questions.map(({ prompt, options }) => [
      prompt,
      options.map(({ label, aspect }) => (aspect ? `${aspect}: ${label}` : label)).join('|'),
    ]),
  ).toEqual(walk.asked)
})
