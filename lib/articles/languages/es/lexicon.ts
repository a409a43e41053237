import type { Lexicon } from '../pack'

/** Spanish words by their class, folded by `plain`. */
export const lexicon: Lexicon = {
  determiner:
    /^(?:un|una|unos|unas|el|la|los|las|este|esta|estos|estas|ese|esa|su|sus|tu|tus|mi|mis|nuestro|nuestra)(?![\p{L}-])/u,
  preposition: /^(?:de|del|a|al|en|con|sin|por|para|sobre|entre|hasta|desde|contra)(?![\p{L}-])/u,
  infinitive: /^(?<verb>[a-z]{2,}(?:ar|er|ir)(?:se|l[aeo]s?)?)(?![\p{L}-])/u,
  adverbs: 'muy mas menos bastante poco demasiado',
  beforeNoun: 'buen|buena|mala|gran|nuevo|nueva',
  empty:
    'este esta estos estas pero como para porque cuando donde desde hasta entre sobre segun tambien todo toda todos todas otro otra otros otras mismo misma ser sido son fue han habia hace hacer puede pueden cada mucho muchos muy mas menos anos',
}
