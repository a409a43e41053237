/** Tests that every place with figures words and draws the same share of the same count. */
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { NextIntlClientProvider } from 'next-intl'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createFormatter, createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { comparisonPicture } from '@/components/analysis/pictures/comparison'
import type { Words } from '@/components/analysis/pictures/picture'
import { withPressDates } from '@/lib/platform/i18n/dates'
import { type Locale, locales } from '@/lib/platform/i18n/locale'
import { CUSTOMS, catalogueOf, translator } from '@/lib/platform/i18n/messages'
import { written } from '@/lib/results/charts/svg'
import { embedPage } from '@/lib/results/html/embed'
import { cardOf, cardQuestion, footOf } from '@/lib/results/rules/card'
import { matchesOf } from '@/lib/results/rules/matching'
import { MIN_FOR_SHARES } from '@/lib/surveys/rules/figures'
import { type Asked, asked, judged, resultsOf, viewOf } from '@/scripts/testing/asked-figures'
import { ResultsView } from './results-view'
import { SocialCard } from './social-card'

const page = (language: Locale, element: ReactElement) =>
  renderToStaticMarkup(
    createElement(
      NextIntlClientProvider,
      { locale: CUSTOMS[language], messages: catalogueOf(language), timeZone: 'Europe/Paris' } as never,
      element,
    ),
  )

/** A row as a reader sees it; `length` is that of its bar. */
type Shown = { label: string; share: string | undefined; count: string; length: string | undefined }

/** Returns the rows of every table of figures. */
function rowsOf(markup: string): Shown[] {
  const { document } = parseHTML(`<html><body>${markup}</body></html>`)
  return [...document.querySelectorAll('tbody tr')].map((row) => {
    const cells = [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')
    const bar = row.querySelector('.bar, .bar-fill')
    const length = bar?.getAttribute('width') ?? /width:([^;]+)/.exec(bar?.getAttribute('style') ?? '')?.[1]
    return {
      label: row.querySelector('th')?.textContent?.trim() ?? '',
      share: cells.length > 1 ? cells[0] : undefined,
      count: cells.at(-1) ?? '',
      length,
    }
  })
}

const textOf = ({ share, count }: Shown) => (share === undefined ? count : `${share} (${count})`)

const analysisWords = (language: Locale): Words => {
  const locale = CUSTOMS[language]
  const words = createTranslator({ locale, messages: catalogueOf(language), namespace: 'analysis' })
  return {
    language,
    t: words as Words['t'],
    share: translator(language, 'results'),
    format: withPressDates(createFormatter({ locale, timeZone: 'Europe/Paris' }), locale),
  }
}
const LOOK = {
  width: 800,
  ink: '#000',
  muted: '#555',
  paper: '#fff',
  rule: '#ccc',
  accent: '#800',
  font: 'serif',
}

/** Checks that all places show the figures of `asked` alike, and returns the page's rows. */
function alike(asked: Asked[], language: Locale): Shown[] {
  const view = viewOf(
    asked.map(({ question }) => question),
    language,
  )
  const results = resultsOf(asked)
  const html = page(language, createElement(ResultsView, { survey: view, results }))
  const rows = rowsOf(html)
  const site = { name: 'Avis', named: false, accents: undefined }
  const frame = String(embedPage({ view, results, foot: footOf(results, language), site }))
  expect(rowsOf(frame)).toEqual(rows)

  const shared = rows.some(({ share }) => share !== undefined)
  expect(html.includes(translator(language, 'results')('rounded'))).toBe(shared)
  expect(frame.includes(translator(language, 'embed')('rounded'))).toBe(shared)

  const few = translator(language, 'results')('fewBallots', { min: MIN_FOR_SHARES })
  expect(html.includes(few)).toBe(rows.some(({ share }) => share === undefined))

  // The card has the last question that is counted: all of it in words, and as many lines as fit in the picture.
  const card = cardOf(view, results)
  const last = cardQuestion(view.questions)
  const own = rowsOf(
    page(
      language,
      createElement(ResultsView, { survey: { ...view, questions: last ? [last] : [] }, results }),
    ),
  )
  for (const row of own) expect(card.alt).toContain(textOf(row))
  const drawn = renderToStaticMarkup(
    createElement(SocialCard, { card, kicker: '', accent: '#800', logo: undefined }),
  )
  for (const { label, value, share } of card.rows) {
    const same = own.find((row) => label.toLowerCase().endsWith(row.label.toLowerCase()))
    expect(value).toBe(same && textOf(same))
    expect(share && `${share.exact}%`).toBe(same?.length)
    expect(drawn).toContain(`>${value}<`)
    if (share) expect(drawn).toContain(`width:${share.exact}%`)
  }
  expect(card.note.includes(translator(language, 'card')('rounded'))).toBe(
    own.some((row) => row.share !== undefined),
  )

  // The newsroom's tables and charts: the consultation beside itself.
  const side = { title: 'Le pont', language, side: { results, elapsed: [] } }
  const matches = matchesOf(view.questions, view.questions)
  const picture = comparisonPicture(analysisWords(language), [side, side], matches)
  const cells = new Map(picture.table.rows.map(([label = '', ...values]) => [label, values]))
  const svg = written(picture.draw(LOOK as never).svg)
  for (const row of rows) {
    expect(cells.get(row.label)).toEqual([textOf(row), textOf(row)])
    expect(svg).toContain(textOf(row))
  }
  return rows
}

describe.each(locales)('in %s, every place shows', (language) => {
  const under = language === 'fr' ? 'moins de 1\u202f%' : 'under 1%'
  const over = language === 'fr' ? 'plus de 99\u202f%' : 'over 99%'
  const whole = (number: number) => (language === 'fr' ? `${number}\u202f%` : `${number}%`)

  it.each<[string, Asked, (string | undefined)[]]>([
    ['249 to 1', asked('single', [249, 1]), [over, under]],
    ['equal counts', asked('single', [50, 50]), [whole(50), whole(50)]],
    ['thirds', asked('scale', [40, 40, 40], 7), [whole(33), whole(33), whole(33)]],
    ['nobody and all', asked('single', [0, 30]), [whole(0), whole(100)]],
    ['too few for shares', asked('single', [10, 9], 40), [undefined, undefined]],
    ['abstentions alone', asked('single', [0, 0], 40), [undefined, undefined]],
    ['choices that overlap', asked('multiple', [249, 1, 250], 9), [over, under, whole(100)]],
    [
      'judgements',
      judged([
        [249, 1],
        [9, 9],
      ]),
      [over, under, undefined, undefined],
    ],
  ])('%s alike', (_name, one, shares) => {
    expect(alike([one], language).map(({ share }) => share)).toEqual(shares)
  })
})

it.each(locales)('in %s, page and frame count the answers to an earlier version apart', (language) => {
  const one = asked('single', [30, 20])
  const view = viewOf([one.question], language)
  const results = { ...resultsOf([one]), version: 2, earlier: 7 }
  const html = page(language, createElement(ResultsView, { survey: { ...view, version: 2 }, results }))
  expect(html).toContain(translator(language, 'results')('earlier', { count: 7 }))
  const site = { name: 'Avis', named: false, accents: undefined }
  const frame = String(embedPage({ view, results, foot: footOf(results, language), site }))
  expect(frame).toContain(translator(language, 'embed')('earlier', { count: 7 }))
})

it.each(locales)(
  'in %s, no page says that nobody answered where an earlier version was answered',
  (language) => {
    const one = asked('single', [0, 0])
    const results = { ...resultsOf([one]), version: 2, earlier: 7, ballots: 0 }
    const t = translator(language, 'results')
    for (const status of ['open', 'closed', 'archived'] as const) {
      const view = { ...viewOf([one.question], language), version: 2, status }
      const html = page(language, createElement(ResultsView, { survey: view, results }))
      const empty = status === 'open' ? 'emptyVersion' : 'emptyVersionClosed'
      expect(html).toContain(t(empty, { version: 2, count: 7 }))
      for (const nobody of ['empty', 'emptyClosed'] as const) expect(html).not.toContain(t(nobody))
    }
  },
)

it('any counts are alike everywhere, with equal bars for equal counts', () => {
  const count = fc.oneof(fc.nat(3), fc.nat(25), fc.nat(2_000_000))
  const counts = fc.array(count, { minLength: 2, maxLength: 6 })
  const abstained = fc.option(count, { nil: undefined })
  const one = fc.oneof(
    fc.tuple(fc.constantFrom('single', 'scale', 'multiple'), counts, abstained).map(
      ([kind, given, none]) =>
        () =>
          asked(kind, given, none),
    ),
    fc
      .array(fc.tuple(count, count), { minLength: 2, maxLength: 4 })
      .map((given) => () => judged(given as [number, number][])),
  )
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...locales),
      (made, language) => {
        const questions = made.map((make) => make())
        const rows = alike(questions, language)
        for (const { question } of questions.filter((each) => each.question.kind !== 'aspects')) {
          const own = rows.filter(({ label }) => label.startsWith(`choix ${question.id}-`))
          for (const row of own) {
            const first = own.find((other) => other.count === row.count)
            expect([row.share, row.length]).toEqual([first?.share, first?.length])
          }
        }
      },
    ),
    { numRuns: 12 },
  )
})
