import type { Language } from '../found'
import { clean } from '../options/clean'
import { cutAt } from '../options/cut'
import { type Phrase, phrase, slice, trimmed, wordCount } from '../options/phrase'
import { withSharedNoun } from '../options/shared-noun'
import { bared, connectors } from './alternatives'
import { settled } from './trim'

const MAX_ITEM = 10
const CLAUSE =
  /^(?:si|quand|lorsque|alors|comme|parce|et|mais|que|qu'|qui|dont|notamment|par exemple|c'est-a-dire|y compris|sans(?! (?:avis|opinion))|pour(?! ?(?:,|ou |et |contre))|afin|when|if|because|since|that|who|given|and|but|including|such|especially|so|as)\b/
const BETWEEN =
  /\b(?:entre|between) (.{1,120}?) (?:et|and) (.{1,80}?)(?=, (?:que|qui|qu'|ou|vers|quel(?:le)?|lequel|laquelle|what|which|who|where)\b|$)/
const AMONG =
  /^(?:qui|who|lequel|laquelle|which)(?: de| d'| des| du| est| is| wins| gagne| gagnera| va gagner| would win)*\b/

const PICKS =
  /^(?:(?:et|alors|mais|selon vous|a votre avis),? )*(?:qui|que|quel(?:le)?|lequel|laquelle|ou|quand|which|what|who|when|where)\b/
const LIST_HEAD = /^(?:\p{Lu}|(?:le|la|les|l['’]|un|une|des|the|an?)\b)/u

const SEPARATOR = /[,;] | \/ |(?<=[a-z0-9])\/(?=[a-z0-9])/g
/** Matches separators of a list without an «ou», where «et» joins the last item. */
const LAST = /[,;] | \/ |(?<=[a-z0-9])\/(?=[a-z0-9])| (?:et|and) (?=[^ ]+(?: [^ ]+)?$)/g

/** Matches a list before its question: «Train ou avion : lequel choisir». */
const HEADED =
  /^(?!si |quand |if |when )([^:?]{3,80}?)(?: ?: (?:et vous,? )?(?:lequel|laquelle|lesquel(?:le)?s|que |qu'|qui |quel|which|what|who)|,? (?:lequel|laquelle|which|what are you)\b)/
/** Matches «Qui du lièvre ou de la tortue va gagner». */
const OF_TWO =
  /^(?:qui|lequel|laquelle),? ((?:de la |de l'|du |des |d'|de )[a-z' -]{2,40}?) ou ((?:de la |de l'|du |des |d'|de )[a-z-]+)(?=,? )/

/** Returns the items of a list that ends an otherwise open question: «Lequel choisir : A, B ou C». */
function afterMark(question: Phrase, hidden: string): Phrase | undefined {
  const colon = Math.max(hidden.lastIndexOf(' : '), hidden.lastIndexOf(': '))
  if (colon > 0) return trimmed(slice(question, colon + 2))
  const dash = /^.{8,}? (?:—|–|-) /.exec(hidden)?.[0].length
  if (dash) return trimmed(slice(question, dash))
  const [first] = connectors(hidden, question.text)
  if (!first) return undefined
  // The first comma after the verb starts the list.
  const comma =
    /^.{0,200}?(?:[a-z]-(?:vous|tu|on)|\b(?:vous|you|best|better|prefer|favou?rite|mieux|meilleure?|prefere[a-z]*|win|wins|gagne\w*|choisir|choisissez|rather|worse|first|choice|pick|choose|it))\b[^,]{0,40}, /.exec(
      hidden,
    )
  if (comma && comma[0].length < first.start) return trimmed(slice(question, comma[0].length))
  const last = hidden.slice(0, first.start).indexOf(', ')
  if (last < 0 || !PICKS.test(hidden)) return undefined
  const list = trimmed(slice(question, last + 2))
  return LIST_HEAD.test(list.text) ? list : undefined
}

function split(list: Phrase): Phrase[] {
  const hidden = bared(list.plain)
  const joints = connectors(hidden, list.text)
  const commas = Array.from(hidden.matchAll(joints.length > 0 ? SEPARATOR : LAST), ({ 0: cut, index }) => ({
    start: index,
    end: index + cut.length,
  }))
  return cutAt(list, joints, commas)
}

/** Returns the answers that an open question lists itself; undefined when it lists none. */
export function listedIn(text: string, language: Language): string[] | undefined {
  const question = settled(phrase(text), language)
  const hidden = bared(question.plain)
  const between = BETWEEN.exec(hidden)
  if (
    between &&
    !hidden.slice(0, between.index).includes(':') &&
    /[a-z]-(?:vous|tu)\b|\byou\b|\bchoi/.test(hidden) &&
    !/\b(?:difference|lien|rapport|ecart|equilibre|relation|gap|link|balance)\b/.test(hidden)
  ) {
    const end = between.index + between[0].length
    const start = between.index + between[0].indexOf(between[1] ?? '')
    const last = slice(question, end - (between[2]?.length ?? 0), end)
    const others = split(slice(question, start, start + (between[1]?.length ?? 0)))
    return [...others, last].map((item) => clean(item, language, false))
  }
  const headed = HEADED.exec(hidden)?.[1]
  if (headed && connectors(headed, question.text).length > 0)
    return split(slice(question, 0, headed.length)).map((item) => clean(item, language, false))
  const of = OF_TWO.exec(hidden)
  if (of) {
    const second = of[0].length
    const start = second - (of[2]?.length ?? 0)
    const one = of[0].indexOf(of[1] ?? '')
    return [slice(question, one, one + (of[1]?.length ?? 0)), slice(question, start, second)].map((item) =>
      clean(item, language, true),
    )
  }
  const among = /^qui (?:de |d'|des |du )/.test(hidden) && connectors(hidden, question.text).length > 0
  const list = among ? undefined : afterMark(question, hidden)
  if (!list || CLAUSE.test(list.plain)) return undefined
  const joined = connectors(bared(list.plain), list.text).length > 0
  const parts = split(list)
  const [one, two] = parts
  const pair = parts.length === 2 && one && two
  const items = pair ? withSharedNoun(one, two, { length: 0, kind: 'none' }, language) : parts
  const enough = joined ? 2 : 3
  if (items.length < enough || items.some((item) => wordCount(item) > MAX_ITEM)) return undefined
  return items.map((item) => clean(item, language, AMONG.test(hidden)))
}
