import { chosenOptions, versionOf } from '../../ballots/rules/tally-keys'
import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import type { BallotLine } from './ballot-lines'
import { ballotsOf, copied, MINUTES, memoised } from './memoise'
import { type AskedQuestion, answersOf, ordersOf, type Words, withUniqueTitles } from './question-columns'
import { ROW_ID_BYTES, rowIds } from './row-ids'
import { type Column, minuteOf, type Row, type TableRow } from './table'

/** The places that options have as asked, counted from 1, in the order shown: «2 3 1»; null where it is not known. */
function placesOf(options: number[], shown: string): string | null {
  const places = shown.split(' ').flatMap((id) => {
    const place = options.indexOf(Number(id))
    return place < 0 ? [] : [place + 1]
  })
  return places.length ? places.join(' ') : null
}

const fixed = (t: Words): Column[] => [
  { name: 'row', title: t('ballots.row'), kind: 'text', own: true, bytes: ROW_ID_BYTES },
  { name: 'version', title: t('ballots.version'), kind: 'number', identifier: true },
  { name: 'cast_at', title: t('ballots.cast_at'), kind: 'time', own: true },
  { name: 'changed_at', title: t('ballots.changed_at'), kind: 'time', own: true },
]
const aside = (t: Words): Column => ({
  name: 'set_aside',
  title: t('ballots.set_aside'),
  kind: 'text',
  own: true,
  bytes: 80,
})

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
  /** What a ballot has in the columns of answers that are its own: a text or an order. */
  const said = answers.flatMap(({ textOf, orderOf }) => {
    if (textOf !== undefined) return [({ texts }: BallotLine) => texts[textOf] ?? null]
    if (!orderOf) return []
    const options = orderOf.options.map(({ id }) => id)
    return [({ shown }: BallotLine) => placesOf(options, shown)]
  })
  const answered = memoised(
    (cells: string): Row => {
      const list = cells.split(' ')
      const found = { has: (cell: string) => list.includes(cell), chosen: new Set(chosenOptions(list)) }
      const asked = versionOf(list)
      const given = answers.map(({ of, version }) => (version === asked ? of(found) : null))
      return [null, asked, null, null, ...given, ...(setAside ? [null] : [])]
    },
    ballotsOf(columns.length),
    copied,
  )
  const nextId = rowIds()
  const time = memoised((minute: number) => minuteOf(new Date(minute * 60_000)), MINUTES)
  return {
    columns,
    row: (ballot: BallotLine): TableRow => {
      const cast = time(ballot.cast)
      const own: Row = [nextId(), cast, ballot.changed === ballot.cast ? cast : time(ballot.changed)]
      for (const of of said) own.push(of(ballot))
      if (setAside) own.push(ballot.rule || null)
      return { shared: answered(ballot.cells), own }
    },
  }
}
