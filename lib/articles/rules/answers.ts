import { isPrompt } from './asking/prompts'
import { answersFrom, answersIn, isNoise, saysYesOrNo } from './kinds/bullets'
import { asksSeveral } from './kinds/multi'
import type { Reading } from './reading'

/** The answers found beside a question. */
export interface Answers {
  options: string[]
  /** Whether a note beside the question allows several of them. */
  several: boolean
}

/** Matches questions whose answer is a sentence: a list under them is not a list of answers. */
const WANTS_WORDS =
  /\b(?:pourquoi|comment|qu'en (?:pensez|dites)|que (?:pensez|dites)|votre (?:avis|opinion)|why|how (?:do|did|would|are)|what do you think|your (?:thoughts|opinion))\b/
const MAX_LINES = 20
const MAX_ANSWER_LENGTH = 80
const MAX_NOTE = 60
const NONE: Answers = { options: [], several: false }

/** Returns the answers that follow sentence number `index`: a list, or a sentence that names them. */
export function answersAfter({ sentences, lines, sections, notes }: Reading, index: number): Answers {
  const asked = sentences[index]
  const announced = ANNOUNCED.test(sentences[index - 1]?.plain ?? '')
  if (!asked || (WANTS_WORDS.test(asked.plain) && !announced && !asksSeveral(asked.plain))) return NONE
  const bullets: { text: string; plain: string }[] = []
  const bare: { text: string; plain: string }[] = []
  let several = false
  let counted = announced
  for (const sentence of sentences.slice(index + 1, index + 1 + MAX_LINES)) {
    const { plain, line, asks, first, last, text } = sentence
    const section = sections[line]
    if (asks || section === 'related' || section === 'comments' || lines[line]?.quoted) break
    if (notes.has(line)) break
    if (VOTES.test(plain)) counted = true
    if (isNoise(plain) || VOTES.test(plain)) continue
    // A list of share buttons has a heading before it; a lone name («LinkedIn») may be an answer.
    if (section === 'meta' && !lines[line]?.bullet) break
    if (bullets.length + bare.length === 0 && text.length < MAX_NOTE && asksSeveral(plain)) {
      several = true
    } else if (lines[line]?.bullet && first && last) bullets.push(sentence)
    else if (
      line > asked.line &&
      first &&
      last &&
      text.length < MAX_ANSWER_LENGTH &&
      !/[.!…:,]$/.test(plain)
    ) {
      bare.push(sentence)
    } else if (!NAMES_ACT.test(plain) || bullets.length + bare.length > 0) break
  }
  const listed = answersFrom(bullets)
  if (listed.length > 0) return { options: listed, several }
  // Lines without a bullet could be anything. A vote must be announced or counted, or one line must sound like an
  // answer.
  const told = counted || bare.some(({ plain }) => saysYesOrNo(plain)) ? answersFrom(bare) : []
  if (told.length > 0) return { options: told, several }
  const next = sentences[index + 1]
  if (!next || next.asks || next.line > asked.line + 1) return { options: [], several }
  const called = isPrompt(next.plain) && !asksSeveral(next.plain)
  return { options: called ? [] : answersIn(next.text, next.plain), several }
}

const VOTES = /^\d[\d ,.]*(?:votes?|voix|votants?|voters|participants?)\b/
/** Matches a line that announces a vote. */
const ANNOUNCED =
  /^(?:(?:le |notre |the |our |reader |quick )?(?:sondage|poll|vote|votez|vote now)\b.{0,30})$/

/** Matches calls such as «Votez !», which may stand between a question and its answers. */
const NAMES_ACT =
  /^(?:votez|repondez|participez|cochez|choisissez|donnez|vote|take our|choose|pick|tell us|(?:votre|vos|your) (?:reponses?|choix|votes?|answers?|choice))\b.{0,40}$/
