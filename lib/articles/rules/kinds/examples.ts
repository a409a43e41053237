import { grammarPattern, grammarWords } from '../../languages'
import { bared, connectors } from './alternatives'
import { isClause } from './options/clause'
import { type Phrase, slice, trimmed } from './options/phrase'

const ASKED = grammarPattern(({ verb }) => verb)
const ASKED_BY_VERB = grammarPattern(({ asksByVerb }) => asksByVerb)
const SELECTS = new RegExp(`\\b${grammarWords(({ selects }) => selects)}\\b`)
/** Matches a thing that is not known yet: «une trace», “a keepsake”. */
const ANY = new RegExp(`\\b${grammarWords(({ indefinite }) => indefinite)} `)
const CONTRAST = new RegExp(`\\b${grammarWords(({ contrast }) => contrast)}`)
const DASHED = /^(.{8,}?) [—–-] ([^—–?]{3,200}?)(?: [—–-] (.{2,}))?$/
const ITEM = /^[^ ]+(?: [^ ]+){0,3}$/
const CALLED = /^[^:?]{3,100}? ?: (?=.* )/

const asks = (words: string) => ASKED.test(words) || ASKED_BY_VERB.test(words)

/**
 * Returns a closed question without what gives examples between dashes: «En avez-vous gardé une trace – lettre, photo ?»
 * asks whether there is any.
 */
export function withoutExamples(question: Phrase): Phrase {
  const found = DASHED.exec(question.plain)
  if (!found) return question
  const [, before = '', list = '', after = ''] = found
  const items = list.split(', ')
  const joined = connectors(bared(list), list).length > 0
  const named = items.length > 1 && items.every((item) => ITEM.test(item) && !asks(item))
  const examples = ANY.test(before) && asks(before) && !SELECTS.test(question.plain) && !CONTRAST.test(before)
  if (!examples || !(after === '' ? named && !joined : named || joined)) return question
  const tail = slice(question, question.plain.length - after.length)
  return {
    text: `${question.text.slice(0, before.length)} ${tail.text}`.trim(),
    plain: `${before} ${after}`.trim(),
  }
}

/** Returns a closed question without those whom it calls before a colon: “Drivers or cyclists: is this road safe”. */
export function withoutCalled(question: Phrase): Phrase {
  const called = CALLED.exec(question.plain)?.[0].length ?? 0
  const asked = trimmed(slice(question, called))
  const own = called > 0 && asks(asked.plain) && !asks(question.plain.slice(0, called))
  const joints = connectors(bared(question.plain), question.text)
  const lists = question.plain.slice(0, called).includes(',') || joints.some(({ start }) => start < called)
  // Of two clauses the first keeps its verb, which those called do not disturb.
  const clauses = joints.some(({ start, end }) => start > called && isClause(question.plain.slice(end)))
  return own && !clauses && !(lists && SELECTS.test(asked.plain)) ? asked : question
}
