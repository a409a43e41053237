import type { Locale } from '../../platform/i18n/locale'
import { resultsIn } from '../../results/queries/results'
import type { SurveyRecord } from '../../surveys/queries/public'
import { ballotBatches, countBallots, widestTexts } from '../queries/ballots'
import type { Chosen, Tx } from '../queries/chosen'
import { commentRows, countComments } from '../queries/comments'
import { countDecisions, decisionRows } from '../queries/decisions'
import { askedQuestions } from '../queries/questions'
import { snapshotsIn } from '../queries/snapshots'
import { ballotTable } from '../rules/ballots'
import { commentColumns, decisionColumns, resultColumns } from '../rules/columns'
import { countOfRows, fullLabel, resultRows } from '../rules/results'
import { minuteOf, type Origin, ownRow, type Table, type TableName } from '../rules/table'
import { inTurns } from './turns'

const longest = (texts: string[]) => Math.max(1, ...texts.map((text) => Buffer.byteLength(text)))

/** A table of `survey` as of the transaction, ready to be read once. */
export async function tableOf(tx: Tx, survey: SurveyRecord, name: TableName, chosen: Chosen): Promise<Table> {
  const { id } = survey
  const { language } = chosen
  const origin = await originOf(tx, survey, name, language)
  if (name === 'decisions') {
    const total = await countDecisions(tx, id, chosen)
    return { name, columns: decisionColumns(language), origin, total, rows: decisionRows(tx, id, chosen) }
  }
  const questions = await askedQuestions(tx, id, chosen.version)
  const prompt = longest(questions.map((question) => question.prompt))
  if (name === 'results') {
    const label = longest(questions.flatMap(({ options }) => options.map(fullLabel)))
    const columns = resultColumns(language, { prompt, label })
    let total = 0
    for await (const batch of snapshotsIn(tx, survey, chosen))
      for (const one of batch) total += countOfRows(one)
    async function* rows() {
      for await (const batch of snapshotsIn(tx, survey, chosen)) {
        const found = batch.flatMap((results) => resultRows(results, questions))
        yield* inTurns(found.map(ownRow), columns.length)
      }
    }
    return { name, columns, origin, total, rows: rows() }
  }
  const widths = await widestTexts(tx, id)
  if (name === 'comments') {
    const columns = commentColumns(language, { prompt, text: Math.max(1, ...widths.values()) })
    const total = await countComments(tx, id, chosen)
    return { name, columns, origin, total, rows: commentRows(tx, id, chosen) }
  }
  const { columns, row } = ballotTable(questions, { widths, setAside: chosen.setAside, language })
  const total = await countBallots(tx, id, chosen)
  async function* rows() {
    for await (const batch of ballotBatches(tx, id, questions, chosen))
      for await (const part of inTurns(batch, columns.length)) yield part.map(row)
  }
  return { name, columns, origin, total, rows: rows() }
}

async function originOf(tx: Tx, survey: SurveyRecord, table: TableName, language: Locale): Promise<Origin> {
  const { at, seq, hash } = await resultsIn(tx, survey)
  return { title: survey.view.title, table, at: minuteOf(new Date(at)), seq, hash, language }
}
