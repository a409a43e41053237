import type { Language } from '../found'
import { CHARGED, sameCharge } from './charged'
import { isClause } from './clause'
import type { Phrase } from './phrase'
import { slice, wordCount } from './phrase'
import { beginsWithVerb, classOf, DEGREE, goesBeforeNoun } from './words'

const INTRANSITIVE =
  /^(?:attendre|partir|rester|continuer|arreter|renoncer|craquer|patienter|fuir|agir|reagir|voyager|dormir|sortir|marcher|economiser|jouer|cuisiner|resister|abandonner|travailler|wait|stay|leave|go|quit|sleep|walk|drive|run|play)$/
const ADJUNCT =
  /,? (?:qu'il y a|qu'avant|qu'autrefois|than (?:before|ever|(?:a|ten|five|\d+) years?|last|they|you|it)|pour|afin|dans|lors|quand|lorsque|depuis|chez|selon|d'apres|comme(?! une? autre\b| les? autres?\b)|face|si|d'ici|au quotidien|au travail|a l'avenir|a terme|ce (?:soir|matin|mois|week-?end|printemps)|cet (?:ete|hiver|automne|apres-midi)|cette (?:annee|semaine|saison|nuit|fois)|demain|l'an prochain|l'annee prochaine|en ce moment|en general|en (?:20\d\d|france|europe)|par rapport|for|to (?!be\b|the\b|an?\b|your\b|my\b|it\b)[a-z]+ (?:the|an?|our|your|their|its|this|more|less)\b|when|if|in (?:the|your|20\d\d)|during|as|because|since|this (?:year|season|time|week|month|summer|winter|spring|fall|autumn|weekend)|all (?:year|day|night|week)|where (?:you|we|they) (?:live|are)|tonight|tomorrow|next (?:year|week|month|season|summer|time))\b.*$/
/** Matches words whose complement is their own: «attendre que…», “wait for…”, “left as it is”. */
const GOVERNS =
  /\b(?:attendr?e?|rester|demeurer|aller|vivre|habiter|opt(?:er|ez|e)|craquer|vot(?:er|ez|e)|patienter|prefer[a-z]*|esper[a-z]*|penser|croire|dire|savoir|garder|laisser|faire|parier|compter|passer|miser|wait|pay(?: \w+)?|opt|settle|go|look|vote|ask|hold out|save up|stand|care|leave|left|kept|keep|stays?|live|speak|hope|thank|known|such|just)$/
/** Matches French words that govern «à» or «de»: participles, and adjectives of inclination or feeling. */
const GOVERNOR =
  /(?:ee?|i|ie|u|ue|it|ite|is|ise|ert|erte|aint|ainte)s?$(?<!(?:ible|able|ique|iste|este|aire|ive|ure|ide|ile|ante?|ente?|euse|elle|ale|enne|ette|ine|ane|che|rce|ance|ence|age|isme|orme|oire|ace|ise)s?)|^(?:favorable|defavorable|hostile|sensible|utile|nuisible|benefique|nefaste|necessaire|indispensable|propice|conforme|contraire|fidele|prejudiciable|proche|loin|fier|fiere|inquiet|inquiete|heureux|heureuse|content|mecontent|adepte|fan|partisan|responsable|coupable|victime|capable|digne|amateur|cause|origine|raison|tort|envie|superieur|inferieur|egal)(?:e|s|es)?$/
/** Matches participles that mean little without what follows: «remplacé par…», “turned into…”. */
const COMPLETED =
  /^(?:remplac|transform|convert|confi|limit|reserv|restrict|destin|attribu|reli|vou|laiss|rendu|soumis|livre|replac|turn|hand|limit|sold|given|moved|based)[a-z]*$|^(?:become|remain|stay|be|get|have|need|pas|not)$/
/** A difference in words: if the alternative before is longer by more than this, the last one keeps its adjunct. */
const UNEVEN = 2
const AFTER_WORD =
  /^(?!at all\b)(?:de|d'|du|des|a|au|aux|en|sur|avec|par|sans|to|of|on|at|with|by|from|about|these|this|that)\b/

const NAMED = /^(?:(?:(?:dans |sur |a )?(?:le|la|les|the)|au|aux) |l')[a-z-]+(?: [a-z-]+)?$/
const OF_THESE = / (?:de|a|to|of|pour|for) (?:ce|cet|cette|ces|this|that|these|those) /
/** Matches a definite noun with its complement, such as «le prix de la barque». */
export const NAMED_OF =
  /^((?:(?:(?:dans |sur |a )?(?:le|la|les|the)|au|aux) |l')[a-z-]+(?: [a-z-]+)??) (?:(?:de|of|a|to|for|pour|par) (?:la|les|l'|cet|cette|ces|ce|votre|notre|leur|the|this|that|these|your|our)\b|(?:du|des|au|aux) )/

/** Returns whether the last verb has no other words of its own: «créer la surprise ou s'incliner face à…». */
const verbAlone = (before: Phrase, last: Phrase, language: Language) =>
  wordCount(before) > 1 &&
  wordCount(last) === 1 &&
  (language === 'fr' ? classOf(last.plain, language) === 'infinitive' : beginsWithVerb(last.plain))

/** Removes from the last alternative what it shares with the one before («fermer les tunnels» → «fermer»). */
export function withoutSharedTail(
  before: Phrase,
  last: Phrase,
  { pair, bare, known }: { pair: boolean; bare: boolean; known: boolean },
  language: Language,
): Phrase {
  const charged = CHARGED.exec(last.plain)
  if (charged && sameCharge(before, last) && !CHARGED.test(before.plain)) return slice(last, 0, charged.index)
  const adjunct = ADJUNCT.exec(last.plain)
  let cut = last
  if (adjunct && adjunct.index > 0 && !ADJUNCT.test(before.plain) && !isClause(last.plain)) {
    const without = slice(last, 0, adjunct.index)
    const own =
      /(?:^| )(?:des|depuis|pour|avant|apres|jusqu'a|d'ici|until|since|before|after|by|for|only|just|seulement|uniquement)$/.test(
        without.plain,
      ) ||
      GOVERNS.test(without.plain) ||
      /^[a-z]{4,}ment$/.test(without.plain) ||
      wordCount(before) - wordCount(without) > UNEVEN ||
      verbAlone(before, without, language)
    if (!own) cut = without
  }
  // «se réjouir ou s'inquiéter de la décision».
  const reflexive = /^(?:se |s'|s'en )[a-z]+$/.test(before.plain)
    ? /^s(?:e |')[a-z]+(?= (?:de |du |des |d'))/.exec(cut.plain)
    : null
  if (reflexive) return slice(cut, 0, reflexive[0].length)
  if (isClause(cut.plain)) return cut
  // «peu satisfait, pas du tout satisfait de ce vélo»: the words after the word they share are shared.
  const word = before.plain.split(' ').at(-1) ?? ''
  const again = word.length > 3 ? cut.plain.indexOf(` ${word} `) : -1
  if (again > 0 && AFTER_WORD.test(cut.plain.slice(again + word.length + 2)))
    return slice(cut, 0, again + word.length + 1)
  // «la cause ou le prétexte de ces départs»: two definite nouns that share their complement.
  const named =
    pair && (known || /^(?:a|au|aux|dans|sur) /.test(cut.plain) || OF_THESE.test(cut.plain))
      ? NAMED_OF.exec(cut.plain)?.[1]
      : undefined
  if (named && NAMED.test(before.plain)) return slice(cut, 0, named.length)
  if (wordCount(before) !== 1 || wordCount(cut) < 2) return cut
  // Degrees lack what they measure: both receive it.
  if (DEGREE.test(before.plain)) return cut
  const degree = /^(?:more|less|very|too|plus|moins|tres|trop|not|pas) /.exec(cut.plain)?.[0].length ?? 0
  const [word1 = '', ...rest] = cut.plain.slice(degree).split(' ')
  const head = cut.plain.slice(0, degree) + word1
  const tail = rest.join(' ')
  const kind = classOf(before.plain, language)
  if (kind === 'infinitive' && classOf(cut.plain, language) === 'infinitive') {
    const shares = classOf(tail, language) === 'determiner' && !INTRANSITIVE.test(before.plain)
    return shares ? slice(cut, 0, head.length) : cut
  }
  if (kind !== 'word' || classOf(cut.plain, language) !== 'word' || goesBeforeNoun(before.plain)) return cut
  const verbShares =
    pair && language === 'en' && classOf(tail, language) === 'determiner' && !INTRANSITIVE.test(before.plain)
  // «aimé ou détesté ce film»: two verbs of one form share what follows.
  const form = (language === 'fr' ? /(?:e|es|i|is|it|u|us)$/ : /ed$/).exec(before.plain)?.[0]
  const formShares = form !== undefined && head.endsWith(form) && classOf(tail, language) === 'determiner'
  if (COMPLETED.test(head) || /^(?:just|only|merely)$/.test(head)) return cut
  // «gadget ou avenir de la ville»: beside a bare noun, the complement of a bare noun is its own.
  if (bare && /^(?:de|d'|du|des|of)\b/.test(tail)) return cut
  // «crédible ou utile à la ville»: «utile» needs the complement, «crédible» does not. «reporté ou joué à huis clos»:
  // how it is done.
  if (
    language === 'fr' &&
    /^a (?!(?:la|l'|une?|ce|cet|cette|ces|votre|notre|leur|son|sa|tou[ts]e?s?)\b)/.test(tail)
  )
    return cut
  if (language === 'fr' && /^(?:a|au|aux|de|d'|du|des)\b/.test(tail) && !GOVERNOR.test(before.plain))
    return cut
  return AFTER_WORD.test(tail) || verbShares || formShares ? slice(cut, 0, head.length) : cut
}
