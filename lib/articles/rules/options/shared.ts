import type { Language } from '../found'
import { isClause } from './clause'
import type { Frame } from './frame'
import type { Phrase } from './phrase'
import { phrase, slice, wordCount } from './phrase'
import { beginsWithVerb, classOf, goesBeforeNoun } from './words'

const INTRANSITIVE =
  /^(?:attendre|partir|rester|continuer|arreter|renoncer|craquer|patienter|fuir|agir|reagir|voyager|dormir|sortir|marcher|economiser|jouer|cuisiner|resister|abandonner|travailler|wait|stay|leave|go|quit|sleep|walk|drive|run|play)$/
const ADJUNCT =
  /,? (?:qu'il y a|qu'avant|qu'autrefois|than (?:before|ever|(?:a|ten|five|\d+) years?|last|they|you|it)|pour|afin|dans|lors|quand|lorsque|depuis|chez|selon|d'apres|comme(?! une? autre\b| les? autres?\b)|face|si|d'ici|au quotidien|au travail|a l'avenir|a terme|ce (?:soir|matin|mois|week-?end|printemps)|cet (?:ete|hiver|automne|apres-midi)|cette (?:annee|semaine|saison|nuit|fois)|demain|l'an prochain|l'annee prochaine|en ce moment|en general|en (?:20\d\d|france|europe)|par rapport|for|to (?!be\b|the\b|an?\b|your\b|my\b|it\b)[a-z]+ (?:the|an?|our|your|their|its|this|more|less)\b|when|if|in (?:the|your|20\d\d)|during|as|because|since|this (?:year|season|time|week|month|summer|winter|spring|fall|autumn|weekend)|all (?:year|day|night|week)|where (?:you|we|they) (?:live|are)|tonight|tomorrow|next (?:year|week|month|season|summer|time))\b.*$/
/** Words whose complement is their own: «attendre que…», “wait for…”, “left as it is”. */
const GOVERNS =
  /\b(?:attendr?e?|rester|demeurer|aller|vivre|habiter|opt(?:er|ez|e)|craquer|vot(?:er|ez|e)|patienter|prefer[a-z]*|esper[a-z]*|penser|croire|dire|savoir|garder|laisser|faire|parier|compter|passer|miser|wait|pay(?: \w+)?|opt|settle|go|look|vote|ask|hold out|save up|stand|care|leave|left|kept|keep|stays?|live|speak|hope|thank|known|such|just)$/
/** French words that take «à» or «de»: participles, and adjectives of a bent or a feeling. */
const GOVERNOR =
  /(?:ee?|i|ie|u|ue|it|ite|is|ise|ert|erte|aint|ainte)s?$(?<!(?:ible|able|ique|iste|este|aire|ive|ure|ide|ile|ante?|ente?|euse|elle|ale|enne|ette|ine|ane|che|rce|ance|ence|age|isme|orme|oire|ace|ise)s?)|^(?:favorable|defavorable|hostile|sensible|utile|nuisible|benefique|nefaste|necessaire|indispensable|propice|conforme|contraire|fidele|prejudiciable|proche|loin|fier|fiere|inquiet|inquiete|heureux|heureuse|content|mecontent|adepte|fan|partisan|responsable|coupable|victime|capable|digne|amateur|cause|origine|raison|tort|envie|superieur|inferieur|egal)(?:e|s|es)?$/
/** Participles that say little without what follows: «remplacé par…», “turned into…”. */
const COMPLETED =
  /^(?:remplac|transform|convert|confi|limit|reserv|restrict|destin|attribu|reli|vou|laiss|rendu|soumis|livre|replac|turn|hand|limit|sold|given|moved|based)[a-z]*$|^(?:become|remain|stay|be|get|have|need|pas|not)$/
/** The last alternative may keep words that the one before does without, when it is much the shorter. */
const UNEVEN = 2
const AFTER_WORD =
  /^(?:de|d'|du|des|a|au|aux|en|sur|avec|par|sans|to|of|on|at|with|by|from|about|these|this|that)\b/

const DEGREE = /^(?:bien|mal|trop|peu|assez|plus|moins|more|less|fewer|too|well|badly|poorly)$/
const ADJECTIVE = /(?:al|ic|ive|ous|ful|less|able|ible|ish|ary|ern|door|ent|ant|ing|ed|time|term)$/
const SHARING = /^(?:avec|sans|avant|apres|with|without|before|after)$/

/** «à l'État ou aux régions de payer»: what is to be done is said once, after the last one charged with it. */
const CHARGED =
  / (?:de |d'|to )(?=[a-z']{2,}(?:er|ir|re|oir)\b|(?:[a-z]+ )(?:the|for|a|an|it|this)\b|(?:pay|decide|act|choose)\b).*$/
const CHARGES = /^(?:a |au |aux |up to |to |for |le (?:role|devoir|travail) |celui )/
const sameCharge = (before: Phrase, last: Phrase) => CHARGES.test(before.plain) && CHARGES.test(last.plain)

const NAMED = /^(?:(?:(?:dans |sur |a )?(?:le|la|les|the)|au|aux) |l')[a-z-]+(?: [a-z-]+)?$/
const OF_THESE = / (?:de|a|to|of|pour|for) (?:ce|cet|cette|ces|this|that|these|those) /
const NAMED_OF =
  /^((?:(?:(?:dans |sur |a )?(?:le|la|les|the)|au|aux) |l')[a-z-]+(?: [a-z-]+)??) (?:(?:de|of|a|to|for|pour|par) (?:la|les|l'|cet|cette|ces|ce|votre|notre|leur|the|this|that|these|your|our)\b|(?:du|des|au|aux) )/

/** «dans le bon ou dans le mauvais sens» */
const PLACED = /^(?:dans|par|pour|sur|avec|de|a|en|in|on|for|with|to|by) (?:le|la|les|un|une|the|an?) /

const join = (...parts: string[]) => parts.filter((part) => part !== '').join(' ')
const wordsOf = (given: Phrase) => given.text.split(' ')

/** «créer la surprise ou s'incliner face à…»: the last verb has no other words of its own. */
const verbAlone = (before: Phrase, last: Phrase, language: Language) =>
  wordCount(before) > 1 &&
  wordCount(last) === 1 &&
  (language === 'fr' ? classOf(last.plain, language) === 'infinitive' : beginsWithVerb(last.plain))

/** Cuts from the last alternative what it shares with the one before («fermer les tunnels» → «fermer»). */
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
      /(?:^| )(?:des|depuis|pour|avant|apres|jusqu'a|d'ici|until|since|before|after|by|for)$/.test(
        without.plain,
      ) ||
      GOVERNS.test(without.plain) ||
      /^[a-z]{4,}ment$/.test(without.plain) ||
      wordCount(before) - wordCount(without) > UNEVEN ||
      verbAlone(before, without, language)
    if (!own) cut = without
  }
  // «se réjouir ou s'inquiéter de la décision»
  const reflexive = /^(?:se |s'|s'en )[a-z]+$/.test(before.plain)
    ? /^s(?:e |')[a-z]+(?= (?:de |du |des |d'))/.exec(cut.plain)
    : null
  if (reflexive) return slice(cut, 0, reflexive[0].length)
  if (isClause(cut.plain)) return cut
  // «peu satisfait, pas du tout satisfait de ce vélo»: what follows the word they share is shared.
  const word = before.plain.split(' ').at(-1) ?? ''
  const again = word.length > 3 ? cut.plain.indexOf(` ${word} `) : -1
  if (again > 0 && AFTER_WORD.test(cut.plain.slice(again + word.length + 2)))
    return slice(cut, 0, again + word.length + 1)
  // «la cause ou le prétexte de ces départs»: two definite nouns that wait for what they are of.
  const named =
    pair && (known || /^(?:a|au|aux|dans|sur) /.test(cut.plain) || OF_THESE.test(cut.plain))
      ? NAMED_OF.exec(cut.plain)?.[1]
      : undefined
  if (named && NAMED.test(before.plain)) return slice(cut, 0, named.length)
  if (wordCount(before) !== 1 || wordCount(cut) < 2) return cut
  // Degrees wait for what they measure: it is given to both.
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
  // «gadget ou avenir de la ville»: beside a bare noun, what a bare noun is of is its own.
  if (bare && /^(?:de|d'|du|des|of)\b/.test(tail)) return cut
  // «crédible ou utile à la ville»: what «utile» wants, «crédible» does not.
  // «reporté ou joué à huis clos»: how it is done.
  if (
    language === 'fr' &&
    /^a (?!(?:la|l'|une?|ce|cet|cette|ces|votre|notre|leur|son|sa|tou[ts]e?s?)\b)/.test(tail)
  )
    return cut
  if (language === 'fr' && /^(?:a|au|aux|de|d'|du|des)\b/.test(tail) && !GOVERNOR.test(before.plain))
    return cut
  return AFTER_WORD.test(tail) || verbShares || formShares ? slice(cut, 0, head.length) : cut
}

const NO_QUALITY = /^(?:non|pas|autre|aucune?|rien|jamais|toujours|neither|both)$/

/** «une barque neuve, repeinte ou cabossée»: the noun of the first of three is everybody's. */
export function withNounOfFirst([first, ...others]: Phrase[]): Phrase[] {
  if (!first) return []
  const words = wordsOf(first)
  const shares =
    /^(?:une?|le|la|les|des) /.test(first.plain) &&
    words.length === 3 &&
    !NAMED_OF.test(first.plain) &&
    others.every(({ plain }) => /^[a-z-]{3,}$/.test(plain) && !NO_QUALITY.test(plain))
  const noun = words.slice(0, -1).join(' ').toLowerCase()
  return shares ? [first, ...others.map(({ text }) => phrase(join(noun, text)))] : [first, ...others]
}

/** Gives back the noun that only one of two alternatives says («une bonne ou mauvaise idée»). */
export function withSharedNoun(
  first: Phrase,
  second: Phrase,
  frame: Frame,
  language: Language,
): [Phrase, Phrase] {
  const one = wordsOf(first)
  const two = wordsOf(second)
  const adjective = first.plain.split(' ').at(-1) ?? ''
  const determined = classOf(first.plain, language) === 'determiner'
  const article = determined && one.length > 1 ? (one[0] ?? '') : ''
  const secondPlain = second.plain.split(' ')
  const placed = PLACED.test(first.plain) && PLACED.test(second.plain)
  const skip = placed ? 2 : classOf(second.plain, language) === 'determiner' ? 1 : 0
  if (
    goesBeforeNoun(adjective) &&
    !/^(?:to|for|de|d'|pour|about|of)\b/.test(secondPlain[skip + 1] ?? '') &&
    (one.length <= 2 || (placed && one.length === 3)) &&
    goesBeforeNoun(secondPlain[skip] ?? '') &&
    two.length > skip + 1
  ) {
    const noun = two.slice(skip + 1).join(' ')
    return [
      phrase(join(first.text, noun)),
      skip > 0 ? second : phrase(join(article.toLowerCase(), second.text)),
    ]
  }
  const charged = CHARGED.exec(first.plain)
  if (charged && sameCharge(first, second)) return [slice(first, 0, charged.index), second]
  // «bien ou mal desservie», «trop ou pas assez cher»: two degrees share what they measure.
  const degree =
    /^(?:pas assez|trop peu|plus|moins|not (?:quite |nearly )?|bien|mal|trop|peu|assez|more|less|fewer|under|over|well|badly|poorly) ?/.exec(
      second.plain,
    )?.[0].length
  if (degree && DEGREE.test(first.plain) && second.plain.length > degree)
    return [phrase(join(first.text, second.text.slice(degree))), second]
  // “an indoor or an outdoor cat”: an article and an adjective wait for their noun.
  if (
    language === 'en' &&
    one.length === 2 &&
    two.length === 3 &&
    /^an?$/.test(first.plain.split(' ')[0] ?? '') &&
    /^an? /.test(second.plain) &&
    ADJECTIVE.test(adjective) &&
    ADJECTIVE.test(secondPlain[1] ?? '')
  )
    return [phrase(join(first.text, two.slice(2).join(' '))), second]
  // «avec ou sans sucre»: two prepositions share their noun.
  if (two.length > 1 && SHARING.test(adjective) && SHARING.test(secondPlain[0] ?? ''))
    return [phrase(join(one.at(-1) ?? '', two.slice(1).join(' '))), second]
  const postposed =
    language === 'fr' &&
    determined &&
    one.length > 2 &&
    two.length === 1 &&
    skip === 0 &&
    frame.kind !== 'judge'
  if (
    postposed &&
    classOf(second.plain, language) === 'word' &&
    !/^(?:non|pas|autre|neither|both|aucun)/.test(second.plain)
  ) {
    return [first, phrase(join(...one.slice(0, -1), second.text))]
  }
  return [first, second]
}
