import type { Prisma } from '../../generated/prisma/client'
import type { SurveyRecord } from '../../surveys/queries/public'
import {
  askedQuestions,
  ballotBatches,
  type Chosen,
  commentRows,
  decisionRows,
  snapshotRows,
} from '../queries/tables'
import { ballotTable } from '../rules/ballots'
import type { Column, Table, TableName } from '../rules/table'

type Tx = Prisma.TransactionClient

const column = (name: string, title: string, kind: Column['kind']): Column => ({ name, title, kind })

const COMMENTS = [
  column('comment', 'Texte n°', 'text'),
  column('question', 'Question', 'text'),
  column('text', 'Texte', 'text'),
  column('revision', 'Version du texte', 'number'),
  column('sent_at', 'Envoyé le (UTC)', 'time'),
  column('outcome', 'Décision', 'text'),
  column('reason', 'Raison', 'text'),
  column('rule', 'Règle', 'text'),
  column('automated', 'Décision automatique', 'number'),
  column('decided_at', 'Décidé le (UTC)', 'time'),
]
const DECISIONS = [
  column('decision', 'Décision n°', 'number'),
  column('comment', 'Texte n°', 'text'),
  column('revision', 'Version du texte', 'number'),
  column('outcome', 'Décision', 'text'),
  column('reason', 'Raison', 'text'),
  column('rule', 'Règle', 'text'),
  column('automated', 'Décision automatique', 'number'),
  column('charter', 'Version de la charte', 'number'),
  column('undoes', 'Annule la décision', 'number'),
  column('at', 'Le (UTC)', 'time'),
]
const RESULTS = [
  column('seq', 'Séquence', 'number'),
  column('version', 'Version des questions', 'number'),
  column('at', 'Arrêté le (UTC)', 'time'),
  column('ballots', 'Réponses', 'number'),
  column('question', 'Question n°', 'number'),
  column('answered', 'Ont répondu', 'number'),
  column('option', 'Choix n°', 'number'),
  column('count', 'Nombre', 'number'),
  column('hash', 'Empreinte', 'text'),
]

/** A table of `survey` as of the transaction, ready to be read once. */
export async function tableOf(tx: Tx, { id }: SurveyRecord, name: TableName, chosen: Chosen): Promise<Table> {
  if (name === 'comments') return { name, columns: COMMENTS, rows: commentRows(tx, id, chosen) }
  if (name === 'decisions') return { name, columns: DECISIONS, rows: decisionRows(tx, id) }
  if (name === 'results') return { name, columns: RESULTS, rows: snapshotRows(tx, id) }
  const { columns, row } = ballotTable(await askedQuestions(tx, id, chosen.version))
  async function* rows() {
    for await (const batch of ballotBatches(tx, id, chosen)) yield batch.map(row)
  }
  return { name, columns, rows: rows() }
}
