import { chosenOptions, versionOf } from '../../ballots/rules/tally-keys'
import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import type { BallotLine } from './ballot-lines'
import { type AskedQuestion, answersOf, ordersOf, type Words, withUniqueTitles } from './question-columns'
import { ROW_ID_BYTES, rowIds } from './row-ids'
import { type Column, minuteOf, type Row } from './table'

/** The places that options have as asked, counted from 1, in the order shown: «2 3 1»; null where it is not known. */
function placesOf(options: number[], shown: string): string | null {
  const places = shown.split(' ').flatMap((id) => {
    const place = options.indexOf(Number(id))
    return place < 0 ? [] : [place + 1]
  })
  return places.length ? places.join(' ') : null
}

const fixed = (t: Words): Column[] => [
  { name: 'row', title: t('ballots.row'), kind: 'text', bytes: ROW_ID_BYTES },
  { name: 'version', title: t('ballots.version'), kind: 'number', identifier: true },
  { name: 'cast_at', title: t('ballots.cast_at'), kind: 'time' },
  { name: 'changed_at', title: t('ballots.changed_at'), kind: 'time' },
]
const aside = (t: Words): Column => ({
  name: 'set_aside',
  title: t('ballots.set_aside'),
  kind: 'text',
  bytes: 80,
})

/** More different ballots, or minutes, than this are not remembered. */
const REMEMBERED = 20_000

/** `make`, with what it made for the last keys: ballots repeat each other. */
function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= REMEMBERED) made.clear()
    const value = make(key)
    made.set(key, value)
    return value
  }
}

type Shape = {
  /** The longest text to each open question, in bytes. */
  widths?: Map<number, number>
  /** With a column that says by what a ballot was set aside. */
  setAside?: boolean
  /** Of what stands beside the survey's own words. */
  language: Locale
}

/** One line a ballot: what was answered and when, to the minute, and nothing about who. */
export function ballotTable(questions: AskedQuestion[], { widths, setAside = false, language }: Shape) {
  const t = translator(language, 'columns')
  const versioned = questions.some(({ version }) => version > 1)
  const answers = questions.flatMap((question) => [
    ...answersOf(question, versioned, t, widths),
    ...ordersOf(question, versioned, t),
  ])
  const before = fixed(t)
  const columns = withUniqueTitles([
    ...before,
    ...answers.map(({ column }) => column),
    ...(setAside ? [aside(t)] : []),
  ])
  const texts = answers.flatMap(({ textOf }, index) =>
    textOf === undefined ? [] : [{ id: textOf, at: before.length + index }],
  )
  const orders = answers.flatMap(({ orderOf }, index) =>
    orderOf ? [{ options: orderOf.options.map(({ id }) => id), at: before.length + index }] : [],
  )
  /** A row in which only its id, the times, the texts and what set it aside are missing. */
  const answered = remembering((cells: string): Row => {
    const list = cells.split(' ')
    const found = { has: (cell: string) => list.includes(cell), chosen: new Set(chosenOptions(list)) }
    const asked = versionOf(list)
    const given = answers.map(({ of, version }) => (version === asked ? of(found) : null))
    return [null, asked, null, null, ...given, ...(setAside ? [null] : [])]
  })
  const nextId = rowIds()
  const time = remembering((minute: number) => minuteOf(new Date(minute * 60_000)))
  return {
    columns,
    row: (ballot: BallotLine): Row => {
      const row = answered(ballot.cells).slice()
      row[0] = nextId()
      row[2] = time(ballot.cast)
      row[3] = time(ballot.changed)
      for (const { id, at } of texts) row[at] = ballot.texts[id] ?? null
      for (const { options, at } of orders) row[at] = placesOf(options, ballot.shown)
      if (setAside) row[columns.length - 1] = ballot.rule || null
      return row
    },
  }
}
