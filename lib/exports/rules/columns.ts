import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import type { Column } from './table'

/** Longer than any name that Avis gives to an outcome, a reason or a rule. */
const NAME_BYTES = 80
const UUID_BYTES = 36
const HASH_BYTES = 64
const LANGUAGE_BYTES = 8
const IDENTIFIER: Partial<Column> = { identifier: true }

type Titles = (name: string) => string
type More = Partial<Column>

/** Makes the columns of one table, whose titles `titles` knows by their names. Every row has cells of its own. */
const columnsOf = (titles: Titles) => {
  const column = (name: string, kind: Column['kind'], more: More = {}): Column => ({
    name,
    title: titles(name),
    kind,
    own: true,
    ...more,
  })
  return { column, named: (name: string) => column(name, 'text', { bytes: NAME_BYTES }) }
}

const yesOrNo = (language: Locale) => {
  const t = translator(language, 'columns')
  return [
    { value: 0, label: t('codes.no') },
    { value: 1, label: t('codes.yes') },
  ]
}

/** `bytes`: of the longest question and of the longest text. */
export function commentColumns(language: Locale, bytes: { prompt: number; text: number }): Column[] {
  const t = translator(language, 'columns')
  const { column, named } = columnsOf((name) => t(`comments.${name as 'comment'}`))
  return [
    column('comment', 'text', { bytes: UUID_BYTES }),
    column('version', 'number', IDENTIFIER),
    column('question', 'text', { bytes: bytes.prompt }),
    column('text', 'text', { bytes: bytes.text }),
    column('language', 'text', { bytes: LANGUAGE_BYTES }),
    column('revision', 'number', IDENTIFIER),
    column('sent_at', 'time'),
    named('outcome'),
    named('reason'),
    named('rule'),
    column('automated', 'number', { codes: yesOrNo(language) }),
    column('decision', 'number', IDENTIFIER),
    column('decided_at', 'time'),
  ]
}

/** Of the decisions on texts, without who took them. */
export function decisionColumns(language: Locale): Column[] {
  const t = translator(language, 'columns')
  const { column, named } = columnsOf((name) => t(`decisions.${name as 'decision'}`))
  return [
    column('decision', 'number', IDENTIFIER),
    column('comment', 'text', { bytes: UUID_BYTES }),
    column('revision', 'number', IDENTIFIER),
    named('outcome'),
    named('reason'),
    named('rule'),
    column('automated', 'number', { codes: yesOrNo(language) }),
    column('charter', 'number', IDENTIFIER),
    column('undoes', 'number', IDENTIFIER),
    column('at', 'time'),
  ]
}

/** `bytes`: of the longest question and of the longest choice. */
export function resultColumns(language: Locale, bytes: { prompt: number; label: number }): Column[] {
  const t = translator(language, 'columns')
  const { column } = columnsOf((name) => t(`results.${name as 'seq'}`))
  return [
    column('seq', 'number', IDENTIFIER),
    column('version', 'number', IDENTIFIER),
    column('at', 'time'),
    column('ballots', 'number'),
    column('question', 'number', IDENTIFIER),
    column('prompt', 'text', { bytes: bytes.prompt }),
    column('answered', 'number'),
    column('option', 'number', IDENTIFIER),
    column('label', 'text', { bytes: bytes.label }),
    column('count', 'number'),
    column('hash', 'text', { bytes: HASH_BYTES }),
  ]
}
