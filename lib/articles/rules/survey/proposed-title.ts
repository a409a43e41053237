import { isBlank } from '../../../platform/i18n/clean-text'
import { rolesOf } from '../closing/roles'
import { read } from '../reading/reading'

/** Maximum characters of a proposed title: a headline has fewer. */
const LONGEST = 90
/** Minimum characters of a title that is cut at a comma. */
const SHORTEST = 30
const CUTS = /[,;:(–—] ?|\. /g
const ENDS = /[\s.,;:!…–—(]+$/u

/** Returns a sentence cut where a phrase ends, or else after a word, to the length of a title. */
function shortened(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence.replace(ENDS, '')
  const room = sentence.slice(0, LONGEST)
  const cut = [...room.matchAll(CUTS)].findLast(({ index }) => index >= SHORTEST)?.index
  if (cut !== undefined) return room.slice(0, cut).replace(ENDS, '')
  const word = room.lastIndexOf(' ')
  return `${room.slice(0, word < SHORTEST ? LONGEST - 1 : word).replace(ENDS, '')}…`
}

/**
 * Returns a title for an article that has none: what its first sentence says, or its first question. Never blank; the
 * editor rewrites it.
 */
export function proposedTitle(text: string): string {
  const parts = rolesOf(read(text), '').filter(({ sentence }) => /\p{L}{2}/u.test(sentence.text))
  const first =
    parts.find(({ role }) => role === 'statement') ?? parts.find(({ role }) => role === 'question')
  const said = first ?? parts[0]
  const title = said ? shortened(said.sentence.text.replace(/^[^\p{L}\p{N}«“"(¿]+/u, '')) : ''
  return isBlank(title) ? 'Consultation' : title
}
