import { anyOf } from '../../languages'
import { decisionLength } from '../kinds/decision'
import { isInvitation } from '../kinds/open'
import { furnitureOf } from '../reading/furniture'
import type { Reading } from '../reading/reading'
import type { Sentence } from '../reading/sentences'
import { answersAfter } from './answers'
import { addressOf, calledLength } from './asking/address'
import { isLead, prefixLength } from './asking/leads'
import { isPrompt } from './asking/prompts'
import type { Refusal } from './found'
import { isAdvert, isSale } from './refusals/advert'
import { isAnswer, isAnsweredByOther, isEchoed, isOwnAnswer, isPlainAnswer } from './refusals/answered'
import { interviewQuestions } from './refusals/interview'
import { isMusing } from './refusals/musing'
import { isIntroduced, isReported } from './refusals/reported'
import { isRhetorical } from './refusals/rhetorical'
import { isTag } from './refusals/tag'
import { callsAnother } from './refusals/vocative'

/** The role of a sentence around the end of an article. */
export type Role = 'question' | 'lead' | 'prompt' | 'option' | 'statement' | 'noise' | 'outside'

/** A sentence with its role. */
export interface Part {
  index: number
  sentence: Sentence
  role: Role
  /** The reason for which a question was refused at once; unset for all others. */
  refusal?: Refusal
  address: 0 | 1 | 2
  /** Whether the question is announced as a poll or followed by its answers. */
  polled?: boolean
  /** Whether the sentence asks for words without a question mark. */
  invites?: boolean
  words: number
}

/** Maximum characters of a closing question: a longer one has lost its punctuation. */
const MAX_QUESTION = 500
/** Maximum words of an invitation. */
const MAX_INVITATION = 30
const MAX_NOISE = 10
const MAX_OPTION = 16

/** Matches openings that sound like an advert. They are genuine questions where answers are wanted in public. */
const GATHERS = new RegExp(`^${anyOf(({ refusals }) => refusals.gathers)}\\b`)
/** Matches questions whether the page was clear. */
const HELP = new RegExp(`\\b${anyOf(({ refusals }) => refusals.help)}\\b`)
const ANSWERED_HERE = new RegExp(`\\b${anyOf(({ refusals }) => refusals.publicly)}\\b`)

const OR_NOT = new RegExp(`\\b${anyOf(({ questions }) => questions.orNot)}\\b`)

const wordsIn = (text: string) => text.split(' ').length

function refusalOf(reading: Reading, part: Sentence, index: number, title: string): Refusal | undefined {
  const { sentences, sections, lines, letters } = reading
  const section = sections[part.line]
  const words = part.plain
  if (section === 'comments') return 'comments'
  if (section === 'related') return 'related'
  if (section === 'faq') return 'interview'
  if (section === 'meta') return 'furniture'
  if (lines[part.line]?.quoted) return 'quoted'
  if (letters.has(part.line)) return 'letter'
  if (part.text.length > MAX_QUESTION) return 'too_long'
  if (lines[part.line]?.heading && addressOf(words) < 2) return 'heading'
  if (title !== '' && bare(words) === title) return 'title'
  const bareWords = words.slice(prefixLength(words))
  if (isTag(words) && !OR_NOT.test(words)) return 'tag'
  if (isRhetorical(bareWords) && !isListed(reading, index)) return 'rhetorical'
  if (isMusing(reading, index)) return 'rhetorical'
  if (isIntroduced(words)) return 'reported'
  if (callsAnother(reading, index)) return 'letter'
  const next = sentences[index + 1]
  const called = sentences.slice(index + 1, index + 4).find(({ asks }) => !asks)
  if (called && called.line === part.line && isSale(called.plain)) return 'advert'
  if (
    !part.first &&
    next?.line === part.line &&
    !next.asks &&
    isOwnAnswer(next.plain) &&
    !isPrompt(next.plain)
  )
    return 'answered'
  if (called && isAnsweredByOther(called.plain)) return 'answered'
  const shared =
    GATHERS.test(bareWords) &&
    !HELP.test(bareWords) &&
    called !== undefined &&
    isPrompt(called.plain) &&
    ANSWERED_HERE.test(called.plain)
  if (isAdvert(bareWords) && !shared) return 'advert'
  if (!next || next.line > part.line + 1 || sections[next.line] !== 'body') return undefined
  const startsLower = next.line === part.line && /^\p{Ll}/u.test(next.text)
  if (isReported(next.plain, startsLower)) return 'reported'
  if (next.asks || lines[next.line]?.bullet || isPrompt(next.plain) || isLead(next.plain)) return undefined
  if (next.line === part.line && /^[«“]/.test(next.text)) return 'reported'
  if (answersAfter(reading, index).options.length > 0) return undefined
  if (isPlainAnswer(next.plain)) return 'answered'
  if (next.line === part.line && isEchoed(bareWords, next.plain)) return 'answered'
  // Beyond an empty line, a new paragraph only counts when it answers explicitly.
  const near = next.line === part.line || !lines[next.line]?.gap
  if (near && isSale(next.plain)) return 'advert'
  if (near && addressOf(words) < 2 && isAnswer(next.plain)) return 'answered'
  return undefined
}

/** Returns whether a few words stand among questions of their line: «Qu’est-ce qui vous retient ? Le prix ? Le bruit ?» */
function isListed({ sentences }: Reading, index: number): boolean {
  const own = sentences[index]
  const near = [-2, -1, 1, 2].map((step) => sentences[index + step])
  const asked = near.filter((one) => one?.asks && one.line === own?.line)
  return sentences[index - 1]?.asks === true && asked.includes(sentences[index - 1]) && asked.length > 1
}

/** Returns letters and digits alone, in which form titles are compared. */
export const bare = (words: string) => words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Returns the role of every sentence around the end of the article. */
export function rolesOf(reading: Reading, title: string): Part[] {
  const interviewed = interviewQuestions(reading)
  return reading.sentences.map((sentence, index): Part => {
    const { plain, line } = sentence
    const section = reading.sections[line]
    const outside =
      section !== 'body' ||
      reading.letters.has(line) ||
      reading.notes.has(line) ||
      reading.lines[line]?.quoted === true
    const words = wordsIn(plain)
    const part = { index, sentence, words, address: addressOf(plain) }
    if (sentence.asks) {
      if (!outside && isLead(plain)) return { ...part, role: 'lead' }
      const inline = !sentence.first && furnitureOf(plain) === 'related' ? ('related' as const) : undefined
      const refusal = refusalOf(reading, sentence, index, title) ?? inline
      if (refusal) return { ...part, role: outside || inline ? 'outside' : 'noise', refusal }
      if (interviewed.has(index)) return { ...part, role: 'statement', refusal: 'interview' }
      const polled = prefixLength(plain) > 0 || answersAfter(reading, index).options.length > 0
      return { ...part, role: 'question', address: polled ? 2 : part.address, polled }
    }
    if (outside) return { ...part, role: 'outside' }
    if (isStem(reading, index) || decisionLength(plain) > 0)
      return { ...part, role: 'question', address: 2, polled: true }
    if (isInvitation(plain.slice(prefixLength(plain) || calledLength(plain))) && words <= MAX_INVITATION)
      return { ...part, role: 'question', address: 2, invites: true }
    const before = reading.sentences[index - 1]
    // What an advert's own line goes on with: «Vous avez aimé cet article ? Abonnez-vous !»
    if (before?.asks && before.first && before.line === line && isAdvert(before.plain) && words <= MAX_NOISE)
      return { ...part, role: 'noise' }
    return { ...part, role: roleOfStatement(reading, sentence, words) }
  })
}

const STEM = new RegExp(`^${anyOf(({ asking }) => asking.stems)} ?:$`)

/** Returns whether answers listed under sentence number `index` complete it: «Au travail, vous préférez :». */
function isStem(reading: Reading, index: number): boolean {
  const sentence = reading.sentences[index]
  return (
    sentence?.last === true && STEM.test(sentence.plain) && answersAfter(reading, index).options.length > 1
  )
}

function roleOfStatement(reading: Reading, { plain, line, first, last }: Sentence, words: number): Role {
  if (isLead(plain)) return 'lead'
  if (isPrompt(plain)) return 'prompt'
  const marks = reading.lines[line]
  if (marks?.heading) return 'statement'
  const alone = first && last
  const open = !/[.!…:»”]$/.test(plain)
  if (marks?.bullet && alone && words <= MAX_OPTION) return 'option'
  return alone && open && words <= MAX_NOISE ? 'noise' : 'statement'
}
