import type { SurveyLanguage } from '../../languages'

const FRENCH =
  /(?<![\p{L}])(?:ne |n['’])(\p{L}+(?:-(?:t-)?(?:vous|il|elle|on|ils|elles|nous|ce|tu))?) (?:pas|plus) ?/iu
const CONTRACTED =
  /(?<!\p{L})(is|are|do|does|did|has|have|would|should|could|was|were|wo|ca)n['’]?t (?=\p{L})/iu
const APART =
  /(?<=^(?:is|are|do|does|did|has|have|would|should|could|can|will|was|were) [^?]{1,80}) not(?= )/iu
const WHOLE: Record<string, string> = { wo: 'will', ca: 'can' }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Returns the question without its negation («Ne faut-il pas fermer…» becomes «Faut-il fermer…»). A question without
 * one stays unchanged.
 */
export function affirmative(prompt: string, language: SurveyLanguage): string {
  if (language === 'fr')
    return capital(
      prompt
        .replace(FRENCH, '$1 ')
        .replace(/ +(?=[ ?])/g, ' ')
        .replace('  ', ' '),
    )
  const said = prompt.replace(CONTRACTED, (_, verb: string) => `${WHOLE[verb.toLowerCase()] ?? verb} `)
  return capital(said === prompt ? prompt.replace(APART, '') : said)
}
