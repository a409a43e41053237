import type { Language } from '../found'

const EMPTY: Record<Language, Set<string>> = {
  fr: new Set(
    'alors apres aussi autre autres avant avec avoir bien cela cette ceux chez comme contre dans depuis deux dont elle elles encore entre etait etre faire fait leur leurs mais meme moins notre nous pour plus plusieurs pourrait quand quel quelle sans selon sera sont sous tous tout toute toutes tres vers votre vous ainsi ans annee annees doit peut ont ete'.split(
      ' ',
    ),
  ),
  en: new Set(
    'about after again also another because been before being between both could does during each from have having here into just like many more most much only other over said same says should since some such than that their them then there these they this those through under until very were what when where which while will with would your year years'.split(
      ' ',
    ),
  ),
}
const MIN_TERM = 4

/** Returns the words of a folded sentence that carry its subject, with plurals merged. */
export function termsOf(folded: string, language: Language): Set<string> {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words
      .filter((word) => word.length >= MIN_TERM && !EMPTY[language].has(word))
      .map((word) => word.replace(/(?:s|x)$/, '')),
  )
}
