import type { Column } from './table'

/** Longer than any name that Avis gives to an outcome, a reason or a rule. */
const NAME_BYTES = 80
const UUID_BYTES = 36
const HASH_BYTES = 64

const column = (name: string, title: string, kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  name,
  title,
  kind,
  ...more,
})
const named = (name: string, title: string) => column(name, title, 'text', { bytes: NAME_BYTES })
export const YES_OR_NO = [
  { value: 0, label: 'Non' },
  { value: 1, label: 'Oui' },
]

/** `bytes`: of the longest question and of the longest text. */
export const commentColumns = (bytes: { prompt: number; text: number }): Column[] => [
  column('comment', 'Texte n°', 'text', { bytes: UUID_BYTES }),
  column('version', 'Version des questions', 'number'),
  column('question', 'Question', 'text', { bytes: bytes.prompt }),
  column('text', 'Texte', 'text', { bytes: bytes.text }),
  column('revision', 'Version du texte', 'number'),
  column('sent_at', 'Envoyé le (UTC)', 'time'),
  named('outcome', 'Décision'),
  named('reason', 'Raison'),
  named('rule', 'Règle'),
  column('automated', 'Décision automatique', 'number', { codes: YES_OR_NO }),
  column('decision', 'Décision n°', 'number'),
  column('decided_at', 'Décidé le (UTC)', 'time'),
]

export const DECISION_COLUMNS: Column[] = [
  column('decision', 'Décision n°', 'number'),
  column('comment', 'Texte n°', 'text', { bytes: UUID_BYTES }),
  column('revision', 'Version du texte', 'number'),
  named('outcome', 'Décision'),
  named('reason', 'Raison'),
  named('rule', 'Règle'),
  column('automated', 'Décision automatique', 'number', { codes: YES_OR_NO }),
  column('charter', 'Version de la charte', 'number'),
  column('undoes', 'Annule la décision', 'number'),
  column('at', 'Le (UTC)', 'time'),
]

export const resultColumns = (bytes: { prompt: number; label: number }): Column[] => [
  column('seq', 'Séquence', 'number'),
  column('version', 'Version des questions', 'number'),
  column('at', 'Arrêté le (UTC)', 'time'),
  column('ballots', 'Réponses', 'number'),
  column('question', 'Question n°', 'number'),
  column('prompt', 'Question', 'text', { bytes: bytes.prompt }),
  column('answered', 'Ont répondu', 'number'),
  column('option', 'Choix n°', 'number'),
  column('label', 'Choix', 'text', { bytes: bytes.label }),
  column('count', 'Nombre', 'number'),
  column('hash', 'Empreinte', 'text', { bytes: HASH_BYTES }),
]
