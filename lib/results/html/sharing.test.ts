import { expect, it } from 'vitest'
import { translator } from '../../platform/i18n/messages'
import type { SurveyView } from '../../surveys/schema'
import { cardOf, footOf } from '../rules/card'
import type { Results } from '../schema'
import { embedPage } from './embed'

const HOSTILE = '"><script>alert(1)</script>'
const labels = ['Pour', 'Contre', 'Peut-être', 'Plus tard', HOSTILE]
const view = {
  slug: 'essai',
  title: `Un titre ${HOSTILE}`,
  language: 'fr',
  source: { name: 'Le Quotidien' },
  status: 'open',
  questions: [
    {
      id: 1,
      kind: 'single',
      prompt: 'Pour ou contre ?',
      options: labels.map((label, id) => ({ id, label })),
    },
    { id: 2, kind: 'open', prompt: 'Pourquoi ?', options: [] },
  ],
} as unknown as SurveyView
const results = (counts: number[]) =>
  ({
    ballots: counts.reduce((sum, count) => sum + count, 0),
    at: '2026-03-14T08:30:00.000Z',
    questions: [{ id: 1, options: counts.map((count, id) => ({ id, count })) }],
  }) as unknown as Results
const card = translator('fr', 'card')

it('a card has the last question that is counted, what fits of its answers, and all of them in words', () => {
  const { prompt, rows, note, foot, alt } = cardOf(view, results([1000, 500, 250, 150, 100]))
  expect(prompt).toBe('Pour ou contre\u202f?')
  expect(rows.map(({ label, value, share }) => [label, value, share?.exact])).toEqual([
    ['Pour', '50\u202f% (1\u202f000)', 50],
    ['Contre', '25\u202f% (500)', 25],
    ['Peut-être', '13\u202f% (250)', 12.5],
    ['Plus tard', '8\u202f% (150)', 7.5],
  ])
  expect(note).toBe('et 1 autre réponse possible · pourcentages arrondis')
  expect(foot).toBe(
    '2\u202f000 réponses de lecteurs volontaires, chiffres arrêtés au 14 mars 2026 à 9\u00a0h\u00a030',
  )
  expect(alt).toContain(
    `Pour : 50\u202f% (1\u202f000) ; Contre : 25\u202f% (500)`
      .replaceAll(' :', '\u202f:')
      .replaceAll(' ;', '\u202f;'),
  )
  expect(alt).toContain(HOSTILE)
})

it('of few answers a card has counts alone, and of none the question', () => {
  const few = cardOf(view, results([3, 1, 0, 0, 0]))
  expect(few.rows.map(({ value, share }) => [value, share])).toContainEqual(['3', undefined])
  expect(few.alt).not.toContain('%')
  const none = cardOf(view, results([0, 0, 0, 0, 0]))
  expect([none.rows, none.foot]).toEqual([[], card('asked')])
  expect(cardOf(view, undefined).foot).toBe(card('asked'))
})

const site = { name: 'Avis', named: false, accents: undefined }

it('a frame says the same, as text whatever an editor wrote', async () => {
  const given = results([1000, 500, 250, 150, 100])
  const page = String(await embedPage({ view, results: given, foot: footOf(given, 'fr'), site }))
  expect(page).toContain('<td class="share">50\u202f%</td><td>1\u202f000</td>')
  expect(page).toContain(cardOf(view, given).foot)
  expect(page).toContain('Pourcentages arrondis.')
  expect(page).toContain('width="12.5%"')
  expect(page).not.toContain('<script>alert')
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page).not.toContain('<form')
  const few = results([3, 1, 0, 0, 0])
  expect(String(await embedPage({ view, results: few, foot: '', site }))).not.toContain('arrondis')
  const asking = String(await embedPage({ view, results: undefined, foot: '', site }))
  expect(asking).not.toContain('<table')
  expect(asking).toContain('/consultations/essai"')
})

it('an English survey has an English card and frame', async () => {
  const given = results([1000, 500, 250, 150, 100])
  const english = { ...view, language: 'en', title: 'A title: why?' } as SurveyView
  const { title, foot, alt } = cardOf(english, given)
  expect(title).toBe('A title: why?')
  expect(foot).toBe('2,000 answers from readers who chose to answer, as of 14 March 2026 at 09:30')
  expect(alt).toContain('Pour: 50% (1,000); Contre: 25% (500)')
  const page = String(await embedPage({ view: english, results: given, foot, site }))
  expect(page).toContain('<html lang="en"')
  expect(page).toContain('<td class="share">50%</td><td>1,000</td>')
})

it('a card leaves out the answers that fewest gave, in the order asked', () => {
  const { rows } = cardOf(view, results([1, 1, 1, 2, 200]))
  expect(rows.map(({ label, value }) => [label, value]).slice(-2)).toEqual([
    ['Plus tard', '1\u202f% (2)'],
    [HOSTILE, '98\u202f% (200)'],
  ])
  expect(rows.map(({ label }) => label).slice(0, 2)).toEqual(['Pour', 'Contre'])
})

it('card, text alternative and frame count people without an opinion apart', async () => {
  const options = [
    ...labels.slice(0, 2).map((label, id) => ({ id, label })),
    { id: 2, label: 'Sans avis', stance: 'abstain' },
  ]
  const asked = { ...view, questions: [{ ...view.questions[0], options }] } as unknown as SurveyView
  const given = results([30, 10, 40])
  const { rows, note, alt } = cardOf(asked, given)
  expect(rows.map(({ value }) => value)).toEqual(['75\u202f% (30)', '25\u202f% (10)'])
  expect(note).toBe('40 personnes sans avis, à part · pourcentages arrondis')
  expect(alt).toContain('40 personnes sans avis')
  const page = String(await embedPage({ view: asked, results: given, foot: '', site }))
  expect(page).toContain('40 personnes sans avis, comptées à part.')
})

it('a single dissenter is never rounded away, in card, text alternative or frame', async () => {
  const given = results([0, 249, 1, 0, 0])
  const words = ['0\u202f% (0)', 'plus de 99\u202f% (249)', 'moins de 1\u202f% (1)', '0\u202f% (0)']
  const { rows, alt } = cardOf(view, given)
  expect(rows.map(({ value }) => value)).toEqual(words)
  for (const value of words) expect(alt).toContain(value)
  const page = String(await embedPage({ view, results: given, foot: '', site }))
  expect(page).toContain('<td class="share">plus de 99\u202f%</td><td>249</td>')
  expect(page).toContain('<td class="share">moins de 1\u202f%</td><td>1</td>')
  expect(page).toContain('width="0.4%"')
})
