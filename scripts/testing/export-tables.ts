import { ballotTable } from '../../lib/exports/rules/ballots'
import type { AskedQuestion } from '../../lib/exports/rules/question-columns'
import {
  type Column,
  type Format,
  type Origin,
  ownRow,
  type Row,
  type TableRow,
} from '../../lib/exports/rules/table'
import { WRITERS } from '../../lib/exports/writers'

export const ORIGIN: Origin = {
  title: 'La ville étudie une passerelle au-dessus des voies',
  table: 'ballots',
  at: '2026-12-31T23:59:00Z',
  seq: 12,
  hash: 'ab'.repeat(32),
  language: 'fr',
}

/** Writes a file of `format` without a database. */
export async function writeFileOf(format: Format, file: string, columns: Column[], rows: TableRow[]) {
  const writer = await WRITERS[format](file, { columns, origin: ORIGIN, total: rows.length })
  if (rows.length) await writer.write(rows)
  await writer.end()
}

/** Builds a table of rows without shared cells. */
export const plainTable = (columns: Column[], rows: Row[]) => ({
  columns: columns.map((column) => ({ ...column, own: true })),
  rows: rows.map(ownRow),
})

let next = 1
const option = (label: string, more: object = {}) => ({ id: next++, label, ...more })
const asked = (
  version: number,
  kind: AskedQuestion['kind'],
  prompt: string,
  options: AskedQuestion['options'] = [],
): AskedQuestion => ({ id: next++, version, kind, prompt, required: false, options })

const ABSTAIN = { stance: 'abstain' as const }
const LONG_PROMPT = `Faut-il que la ville engage dès cette année l’étude d’une passerelle ${'🚲 '.repeat(60)}?`
const LONG_LABEL =
  'Construire une passerelle toute neuve au-dessus des voies de la gare, pour les piétons et les cyclistes, avec des rampes '

/** Two versions of one questionnaire: long words, equal words, and one question less in the second. */
export const QUESTIONS = {
  boxes: asked(
    1,
    'multiple',
    LONG_PROMPT,
    ['Des rampes', 'Un ascenseur', 'Rien'].map((label) => option(label)),
  ),
  alike: asked(1, 'single', 'Laquelle ?', [
    ...['douces', 'raides'].map((end) => option(LONG_LABEL + end)),
    option('Sans avis', ABSTAIN),
  ]),
  scale: asked(1, 'scale', 'Votre confiance ?', [
    ...['1', '2', '3', '4', '5'].map((label) => option(label)),
    option('Sans avis', ABSTAIN),
  ]),
  open: asked(1, 'open', 'Un mot ?'),
  again: asked(
    2,
    'single',
    'Laquelle ?',
    ['Une', 'Deux'].map((label) => option(label)),
  ),
  openAgain: asked(2, 'open', 'Un mot ?'),
}

type Given = { question: AskedQuestion; options: number[] }

/** Builds rows of the ballots table of QUESTIONS: for each ballot its answers, as indexes of options. */
export function tableOfBallots(ballots: { version: number; given: Given[]; at?: string }[]): {
  columns: Column[]
  rows: TableRow[]
} {
  const { columns, row } = ballotTable(Object.values(QUESTIONS), { language: 'fr' })
  const rows = ballots.map(({ version, given, at = '2026-09-03T00:30:00Z' }) => {
    const cells = given.flatMap(({ question, options }) => [
      `q${question.id}`,
      ...options.map((place) => `o${question.options[place]?.id}`),
    ])
    const minute = Math.floor(Date.parse(at) / 60_000)
    return row({
      cells: ['b', `v${version}`, ...cells].join(' '),
      cast: minute,
      changed: minute,
      rule: '',
      shown: '',
      texts: {},
    })
  })
  return { columns, rows }
}
