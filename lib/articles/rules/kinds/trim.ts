import type { Language } from '../found'
import { type Phrase, slice, trimmed } from '../options/phrase'

const OPENING =
  /^(?:(?:au fait|d'ailleurs|tiens|by the way|et|alors|mais|bref|donc|finalement|au final|au fond|du coup|sinon|enfin|et vous(?=[ ,:!…])(?! [a-z])|vous(?=,)|et toi(?=,)|toi(?=,)|et (?=vous|tu)|pour vous|selon vous|d'apres vous|a votre avis|a vos yeux|honnetement|franchement|personnellement|en resume|dites-nous|alors dites-nous|votre avis|so|and|well|but|now|then|ok|okay|overall|honestly|ultimately|in your opinion|in your view|what do you think|what do you reckon|what say you|tell us|be honest|for you|to you|quick question)(?: ?[,:!…—–] ?| (?=[a-z])))+(?=\S)/
const TAIL: Record<Language, RegExp> = {
  fr: /[,;]? (?:selon vous|d'apres vous|a votre avis|a vos yeux|pour vous|de votre cote|(?<!(?:er|ir|re) )chez vous|(?<!(?:chez|pour|vers|avec|sans|a|de|par|entre|contre) )vous|finalement|alors|aujourd'hui|desormais|a l'avenir|au juste|au final|et pourquoi|pourquoi|dites-nous .{0,40}|et si oui.{0,60}|et vous|les amis|les gens|du coup|dans votre cas|en general|au quotidien|dans ce cas|avant tout|a ce (?:stade|sujet)|sur ce sujet|si vous (?:aviez|deviez).{0,60})$/,
  en: /[,;]? (?:in your (?:opinion|view|experience)|for you|to you|and why|why|do you think|you think|what do you think|would you say|folks|guys|everyone|(?<!at )all|these days|nowadays|right now|this time|after all|at this point|in the end|then|first|and what)$/,
}

/** Returns the length of the words before the question proper («Alors, selon vous, »). */
export const opening = (plainQuestion: string) => OPENING.exec(plainQuestion)?.[0].length ?? 0

const ASIDE =
  /,? (?:selon vous|d'apres vous|a votre avis|a vos yeux|pour vous(?=,)|finalement|au final|in your opinion|in your view|do you think)(?:,| (?=[^ ]))/

function withoutAside(question: Phrase): Phrase {
  const match = ASIDE.exec(question.plain)
  if (!match || match.index === 0) return question
  const end = match.index + match[0].trimEnd().length
  const join = (text: string) => `${text.slice(0, match.index)}${text.slice(end)}`
  return { text: join(question.text), plain: join(question.plain) }
}

/** Matches a comparison that belongs to the verb: “Did you like the play or the film more?”. */
const COMPARED =
  /^(.{0,60}\byou (?:really |actually )?(?:like|liked|enjoy|love|trust|use|want|need|fear|miss|value)\b.{1,200} or .{1,80}) (?:more|most|better|best|the most)$/

/** Matches «Est-ce le prix ou la qualité qui compte»: the clause about both is no answer. */
const CLEFT =
  /^((?:est-ce|c'est|ce sont|is it) (?!.* (?:qui|that|who) .* (?:ou|or) ).{1,80} (?:ou|or) (?:(?:les?|la|the|votre|vos|ceux|celui|celle) |l')[^,]{1,40}?) (?:qui|that|who) .+$/

/** Returns the question without its question mark and without asides at its end («, selon vous ?»). */
export function settled(question: Phrase, language: Language): Phrase {
  let current = trimmed(withoutAside(question))
  const compared = language === 'en' ? COMPARED.exec(current.plain) : null
  if (compared) current = trimmed(slice(current, 0, (compared[1] ?? '').length))
  const cleft = CLEFT.exec(current.plain)
  if (cleft) current = trimmed(slice(current, 0, (cleft[1] ?? '').length))
  for (let turn = 0; turn < 3; turn++) {
    const match = TAIL[language].exec(current.plain)
    if (!match || match.index < 8) break
    current = trimmed(slice(current, 0, match.index))
  }
  return current
}
