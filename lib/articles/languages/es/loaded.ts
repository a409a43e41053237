import type { Loaded } from '../pack'

/** Spanish words that judge their subject, for and against, folded by `plain`. */
export const loaded: Loaded = {
  words: [
    'escandalos[oa]s?',
    'vergonzos[oa]s?',
    'absurd[oa]s?',
    'peligros[oa]s?',
    'inaceptables?',
    'irresponsables?',
    'ejemplar(?:es)?',
    'admirables?',
    'estafa',
  ],
  nouns: ['estafa'],
}
