import { isClause } from '../options/clause'
import { isParticiple } from '../options/verbs'
import { beginsWithVerb, classOf } from '../options/words'
import type { Connector } from './alternatives'

const EXISTENCE =
  /^(?:.{0,40}\b)?(?:y a-t-il|existe-t-il|connaiss[a-z]+[- ](?:vous|tu)|(?:vous|tu) connaiss|(?:avez-vous|as-tu|vous avez|tu as)(?! (?:un|une) [a-z]+ ou (?:un|une)\b)(?! (?:plutot|trouve|prefere|choisi|prevu|decide|l'intention)\b)|(?:a|ont|aura|avait)-(?:t-)?(?:il|elle|on|ils|elles) (?:deja )?(?:une? |des |d'autres )|auriez-vous|dispos[a-z]+[- ]vous|savez-vous|accepter[a-z]+[- ]vous|pourriez-vous|pouvez-vous|vous arrive-t-il|avez-vous (?:peur|besoin|l'habitude)|(?:etes|seriez)-vous (?:deja|concern|victime|interess|allee?s?|abonne|tente|attache|sensible)[a-z]*|quelqu'un|have you|has anyone|had you|do you (?:know|have|own)|did you ever|can you|is there|are there|anyone|would you (?:be willing|consider|ever)|are you (?:worried|concerned|interested))\b/
const EVER = /\bdeja\b|\bever\b/
/** Matches one thing done in one of two ways: «l'avez-vous acheté neuf ou d'occasion». */
const DONE = /\b(?:avez-vous|as-tu|vous avez|tu as) [a-z]+(?:e|i|u|is|it)(?:e?s)?(?= |$)/
const HAD =
  /\b(?:avez|auriez|ayez)-vous [a-z]+(?:e|i|u|is|it)(?:e?s)?\b|\b(?:as|aurais)-tu [a-z]+(?:e|i|u|is|it)(?:e?s)?\b/
const PARTICIPLE =
  /^(?!(?:une?|le|de|que|qui|une|ce|cette|votre|autre|meme|quelque)\b)[a-z]{3,}(?:e|i|u|is|it)(?:e?s)?(?= [a-z]| ?[?!])/
const WAY = /^(?:d'occasion|seule?s?|(?:en|par|sur|chez|au|a) [a-z'-]+(?: [a-z'-]+)?)[ ?!]*$/
/** Matches one known thing that is described as this or that: «votre vélo neuf ou reconditionné». */
const STATE = /\b(?:votre|vos|ton|ta|tes|ce|cet|cette|ces) [a-z'-]+ [a-z-]+ ou [a-z-]+[ ?!]*$/
/** Matches wishes: «Avez-vous envie de rester ou de partir». */
const WISH =
  /\b(?:envie|intention|l'impression|le sentiment|hate|prevu|choisi|decide|lieu|de quoi|raison|matiere) (?:de |d'|a )/
/** Matches two names that share their verb: «que les banques ou les assureurs vont payer». */
const SHARED_VERB =
  /\bqu(?:e |')(?:l'|les? |la |des |du |un |une )?[a-z-]+ ou (?:l'|les? |la |des |du |un |une )?[a-z-]+ (?:vont|sont|ont|doivent|peuvent|devraient|pourraient|seront|auront|va|est|a|doit|peut|devrait|pourrait|sera|aura) /
/**
 * Matches what the reader intends or experiences, which is asked as a whole («envisagez-vous d'acheter un vélo ou une
 * moto»).
 */
const INTENT =
  /^(?:.{0,30}\b)?(?:envisag|prevoy|souffr|particip|assist|projet|redout)[a-z]*-(?:vous|tu)\b|^are you (?:thinking of|considering)\b/
/**
 * Matches questions whether something is allowed at all: «peut-on vivre sans eau ou sans sel», “is it fair to tax cats
 * or dogs”.
 */
const ALLOWED =
  /\b(?:normal|logique|legitime|choquant|acceptable|tolerable|ok|okay|acceptable|fair|right|wrong|rude|reasonable) (?:que |qu'|de |d'|to )|\b(?:can|could) .{1,60} without\b|\b(?:peut|pourrait|pourra)-on .{1,60}(?:\bsans\b|\bse passer\b)/
const CONTRAST = /\b(?:plutot|prefer|choisi|opte|vote|davantage|rather|prefer|choose|pick|better|mieux)/
const RELATIVE =
  / (?:qui|dont|lequel|laquelle|lesquels|who|which) |(?<=[a-z] )(?:pour|afin de) (?=[a-z]+(?:er|ir|re)\b)|,? (?:quand|lorsque|si|when|if|because|parce qu|in order to) /
const SUBJECT_INVERTED = /[a-z](?:-t)?-(?:il|elle|ils|elles|on|ce|vous|nous|tu)\b/

/** Matches a participle that begins a thing done: «pris le train». */
const ACT =
  /^(?!(?:une?|l[ea]|[mts]es|que|qui|[nv]otre|cette|toute|quatre|autre|meme|quelque|vous|plus)\b)[a-z]{2,}(?:e|i|u|is|it|ert)(?:e?s)?(?= |[ ?!]*$)/

/** Returns whether three things done are listed: “have you sold, kept or lent…”. */
function actsListed(hidden: string, before: string, after: string): boolean {
  const [, ...others] = before.split(', ')
  const acts = [...others, after.trim()]
  if (others.length === 0 || EVER.test(hidden)) return false
  return acts.every((act) => ACT.test(act) || isParticiple(/^[a-z]+/.exec(act)?.[0] ?? ''))
}

/** Returns whether «ou» joins words of the question and not its answers. Expects a bared question. */
export function isIncidental(hidden: string, found: Connector[]): boolean {
  const first = found[0]
  const last = found.at(-1)
  if (!first || !last) return true
  if (/\boui ou non\b|\byes or no\b/.test(hidden)) return true
  if (
    /\bou non\b|\b(?:ou pas|or (?:not|no|nah))(?=[?!.,\u0020]*$| (?:in|on|for|with|at|to|by|from|dans|en|pour|avec|sur|a|de|chez)\b(?! all\b))/.test(
      hidden,
    )
  )
    return true
  if (found.length === 1 && /^[^,]*,? (?:ou pas du tout|or not at all)[ ?!.]*$/.test(hidden)) return true
  const before = hidden.slice(0, first.start)
  const after = hidden.slice(last.end)
  const inverted = SUBJECT_INVERTED.exec(hidden)
  // Both names stand before the verb: «Les maires ou les préfets doivent-ils… ?» asks about both.
  if (inverted && inverted.index > last.end) return true
  if (SHARED_VERB.test(hidden)) return true
  // A second clause with a verb of its own is the other answer.
  if (isClause(after.trim())) return false
  if (CONTRAST.test(before) || /^(?:pas assez|not enough|trop peu|too (?:few|little))\b/.test(after))
    return false
  if (RELATIVE.test(before) && !/^(?:de |d'|a )?(?:ceux|celui|celles?) /.test(after.trim())) return true
  const second = after.trim().replace(/^(?:de |d'|a (?=[a-z']+(?:er|ir|re)\b|s'|se ))/, '')
  if (ALLOWED.test(before) && classOf(second, 'fr') !== 'infinitive' && !beginsWithVerb(second)) return true
  if (INTENT.test(before) && found.length === 1 && !/^(?:to |[a-z]+ing\b)/.test(second)) {
    const verb = classOf(second, 'fr') === 'infinitive'
    return !verb && !/, /.test(before)
  }
  if (!EXISTENCE.test(before) || actsListed(hidden, before, after)) return false
  if (!EVER.test(before)) {
    if (DONE.test(before) && (WAY.test(after.trim()) || STATE.test(hidden))) return false
    // «voté pour le pont ou pour le bac»: the repeated preposition separates two answers.
    const again = /^(?:pour|contre|par|sur|avec|sans|chez|dans|vers) /.exec(after.trim())?.[0]
    if (again && before.includes(` ${again}`)) return false
    // «auriez-vous signé le bail ou exigé mieux»: two things done, one subject.
    if (HAD.test(before) && PARTICIPLE.test(after.trim())) return false
    if (WISH.test(before) && classOf(second, 'fr') === 'infinitive') return false
  }
  // «Avez-vous aimé ou détesté… ?» is a choice nevertheless.
  return (
    !/(?:^|\b(?:avez-vous|as-tu|have you|vous avez) )(?:ete |been )?[a-z]+(?:e|i|u|it|is|ed)s?$/.test(
      before,
    ) ||
    EVER.test(before) ||
    after.split(' ').length > 8
  )
}
