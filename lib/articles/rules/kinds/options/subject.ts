import { optionPattern } from '../../../languages'
import type { Frame } from '../../../languages/frame'
import { type Phrase, slice } from './phrase'
import { predicateStart } from './predicate'
import { isParticiple, mayBeVerb } from './verbs'
import { classOf } from './words'

/** Matches auxiliaries that a subject and a verb follow: the verb in its plain form, or its participle after “have”. */
const MODAL = optionPattern(({ auxiliary }) => auxiliary)
const HAS = optionPattern(({ has }) => has)
const PRONOUN = optionPattern(({ pronoun }) => pronoun)
const DEMONSTRATIVE = optionPattern(({ demonstrative }) => demonstrative)
const ADVERBS = optionPattern(({ adverbsBefore }) => adverbsBefore)
const SEMI = optionPattern(({ semi }) => semi)
const LINKS = optionPattern(({ links }) => links)
const isDue = (word: string) => mayBeVerb(word) || LINKS.test(`${word} `)

/** Maximum words of a subject: a longer one is a clause. */
const MAX_WORDS = 12

/** Returns where a verb stands after «the noun» and the phrases that belong to it: “the plan for the airfield”. */
function afterNoun(words: RegExpExecArray[]): number | undefined {
  let at = 2
  const kind = () => classOf(`${words[at]?.[0] ?? ''} `, 'en')
  while (kind() === 'preposition') {
    at++
    if (kind() === 'determiner') at++
    at++
  }
  return words[at]?.index
}

/** A question of a subject that is no pronoun: the lengths of its auxiliary, and of what stands before its verb. */
interface Asked {
  modal: number
  verb: number
}

/** Returns where the verb of an English question with a noun as its subject stands; undefined where none follows. */
export function askedOf(first: string): Asked | undefined {
  const modal = MODAL.exec(first)?.[0]
  if (modal === undefined) return undefined
  const subject = first.slice(modal.length)
  if (PRONOUN.test(subject)) return undefined
  const due = HAS.test(modal) ? isParticiple : isDue
  const words = [...subject.matchAll(/[^ ,]+/g)].slice(0, MAX_WORDS)
  const alone = DEMONSTRATIVE.test(subject) && due(words[1]?.[0] ?? '')
  // “does this shock you”: before an object stands a verb.
  if (DEMONSTRATIVE.test(subject) && words[1] && /^(?:you|us|me|them)$/.test(words[2]?.[0] ?? ''))
    return { modal: modal.length, verb: modal.length + words[1].index }
  const from = classOf(subject, 'en') === 'determiner' && !alone ? 2 : 1
  // After an article or a preposition stands a noun: “approve the plan”.
  const verbs = words.filter(
    ({ 0: word }, at) =>
      at >= from && due(word) && (at < 2 || classOf(`${words[at - 1]?.[0]} `, 'en') === 'word'),
  )
  const verb = verbs.find(({ index, 0: word }, at) => {
    // “the city park close”, “a new bridge really save”: of two candidates in a row, the noun stands first.
    const between = verbs[at + 1] && subject.slice(index + word.length + 1, verbs[at + 1]?.index)
    const row = between !== undefined && between.replace(ADVERBS, '') === ''
    return !row || /^(?:be|been|help)$/.test(word)
  })
  // An unknown verb of a subject with its article follows the noun.
  const plural = /[^s]s$/.test(words[0]?.[0] ?? '') && classOf(`${words[1]?.[0]} `, 'en') === 'word'
  const start = verb?.index ?? (from === 2 ? afterNoun(words) : plural ? words[1]?.index : undefined)
  return start === undefined ? undefined : { modal: modal.length, verb: modal.length + start }
}

/**
 * Returns the frame of an English question whose subject is no pronoun: “should the old mill become…”, “has the series
 * improved…”. It ends at the verb that its auxiliary requires; undefined where none follows.
 */
export function subjectFrame(first: string): Frame | undefined {
  const asked = askedOf(first)
  if (!asked) return undefined
  const at = asked.verb + (ADVERBS.exec(first.slice(asked.verb))?.[0].length ?? 0)
  const links = LINKS.exec(first.slice(at))?.[0]
  const semi = SEMI.exec(first.slice(at))?.[0].length
  if (semi) return { length: at + semi, kind: 'do' }
  const kept = links === undefined || /^(?:become|remain|stay) $/.test(links) ? 0 : links.length
  return { length: at + kept, kind: kept > 0 ? 'be' : 'do' }
}

const SUBJECT = optionPattern(({ nounFirst }) => nounFirst)
const DOES = optionPattern(({ pronounDoes }) => pronounDoes)
const IS = optionPattern(({ is }) => is)

/**
 * Returns an English question as a statement, where a noun is its subject: “homework does teach discipline” of “does
 * homework teach discipline”. Undefined where it is none.
 */
export function stated(asked: Phrase): Phrase | undefined {
  const is = IS.exec(asked.plain)?.[0].length
  if (is) {
    const subject = asked.plain.slice(is)
    // A plural without an article is the whole subject: “are drivers being punished”.
    const bare = classOf(subject, 'en') === 'determiner' ? 0 : subject.indexOf(' ') + 1
    const predicate = bare || predicateStart(subject)
    return predicate > 0 ? reordered(asked, is, is + predicate) : undefined
  }
  const does = DOES.exec(asked.plain)?.[0].length
  if (does) return reordered(asked, asked.plain.indexOf(' ') + 1, does)
  if (!SUBJECT.test(asked.plain)) return undefined
  const verb = askedOf(asked.plain)
  if (!verb) return undefined
  // “do the dishes by hand” asks nothing: after “do” and “have” a plural stands before the verb.
  const plural = /s $/.test(asked.plain.slice(0, verb.verb)) || !/^(?:do|have) /.test(asked.plain)
  return plural ? reordered(asked, verb.modal, verb.verb) : undefined
}

const verbOf = /^[a-z]+/
/** Returns a phrase with its verb in the third person: “teaches discipline”. Undefined for a word in capitals. */
function inThirdPerson(said: Phrase): Phrase | undefined {
  const verb = verbOf.exec(said.text)?.[0]
  if (verb === undefined) return undefined
  const third = /(?:s|x|z|ch|sh|[^o]o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : verb === 'have'
        ? 'has'
        : `${verb}s`
  const ended = third + said.text.slice(verb.length)
  return { text: ended, plain: ended.toLowerCase() }
}

/** Returns a phrase whose first word stands after its subject. «Do» is no part of a statement. */
function reordered(asked: Phrase, subject: number, verb: number): Phrase {
  const [first, named, after] = [slice(asked, 0, subject), slice(asked, subject, verb), slice(asked, verb)]
  const ended = /^does /.test(first.plain) ? inThirdPerson(after) : undefined
  const parts = ended ? [named, ended] : /^do /.test(first.plain) ? [named, after] : [named, first, after]
  return {
    text: parts.map(({ text }) => text.trim()).join(' '),
    plain: parts.map(({ plain }) => plain.trim()).join(' '),
  }
}
