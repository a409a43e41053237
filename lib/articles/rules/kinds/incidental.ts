import type { Connector } from './alternatives'

const EXISTENCE =
  /^(?:.{0,40}\b)?(?:y a-t-il|existe-t-il|connaiss[a-z]+[- ](?:vous|tu)|(?:vous|tu) connaiss|(?:avez-vous|as-tu|vous avez|tu as)(?! (?:un|une) [a-z]+ ou (?:un|une)\b)(?! (?:plutot|trouve|prefere|choisi)\b)|auriez-vous|dispos[a-z]+[- ]vous|savez-vous|accepter[a-z]+[- ]vous|pourriez-vous|pouvez-vous|vous arrive-t-il|avez-vous (?:peur|besoin|l'habitude)|(?:etes|seriez)-vous (?:deja|concern|inquiet|victime|interess|pret[es]*|opposee?s?|allee?s?|abonne|tente|attache|sensible|choque)[a-z]*|quelqu'un|have you|has anyone|had you|do you (?:know|have|own)|did you ever|can you|is there|are there|anyone|would you (?:be willing|consider|ever)|are you (?:worried|concerned|interested))\b/
const CONTRAST = /\b(?:plutot|prefer|choisi|davantage|rather|prefer|choose|pick|better|mieux)/
const RELATIVE =
  / (?:qui|dont|lequel|laquelle|lesquels|who|which) |(?:pour|afin de) (?=[a-z]+(?:er|ir|re)\b)|,? (?:quand|lorsque|si|when|if|because|parce qu|in order to) /
const SUBJECT_INVERTED = /[a-z](?:-t)?-(?:il|elle|ils|elles|on)\b/

/** «ou» that joins words of the question and not its answers; expects a bared question. */
export function isIncidental(hidden: string, found: Connector[]): boolean {
  const first = found[0]
  const last = found.at(-1)
  if (!first || !last) return true
  if (/\boui ou non\b|\byes or no\b/.test(hidden)) return true
  if (
    /\b(?:ou (?:non|pas)|or (?:not|no|nah))(?: ?[?!. ]*$| )/.test(hidden) &&
    !/ou pas (?:du tout|d'accord|assez)/.test(hidden)
  )
    return true
  const before = hidden.slice(0, first.start)
  const after = hidden.slice(last.end)
  const inverted = SUBJECT_INVERTED.exec(hidden)
  // Both names stand before the verb: «Les maires ou les préfets doivent-ils… ?» asks about both.
  if (inverted && inverted.index > last.end) return true
  if (CONTRAST.test(before)) return false
  if (RELATIVE.test(before)) return true
  if (!EXISTENCE.test(before)) return false
  // «Avez-vous aimé ou détesté… ?» is a choice all the same.
  return (
    !/(?:^|\b(?:avez-vous|as-tu|have you|vous avez) )[a-z]+(?:e|i|u|it|is|ed)s?$/.test(before) ||
    /\bdeja\b|\bever\b/.test(before) ||
    after.split(' ').length > 8
  )
}
