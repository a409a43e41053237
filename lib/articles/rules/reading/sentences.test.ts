import { describe, expect, it } from 'vitest'
import { plain } from './plain'
import { read } from './reading'

const sentences = (text: string) => read(text).sentences.map(({ text }) => text)

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['M. Dupré part. Il revient.', ['M. Dupré part.', 'Il revient.']],
    ['Le site Truc.com grandit de 1.5 %. Bien.', ['Le site Truc.com grandit de 1.5 %.', 'Bien.']],
    ['Vous venez ?Pensez-y.', ['Vous venez ?', 'Pensez-y.']],
    ['Il dit « Qui ? Moi ? » et sort. Fin.', ['Il dit « Qui ? Moi ? » et sort.', 'Fin.']],
    ['La for?t a br?l?. Bien ?', ['La for?t a br?l?.', 'Bien ?']],
    ['Voir https://exemple.org/?a=1 ici. Bien.', ['Voir https://exemple.org/?a=1 ici.', 'Bien.']],
    ['Yahoo! change de nom. Bien.', ['Yahoo! change de nom.', 'Bien.']],
    ['Un (vraiment ?) grand jour. Oui.', ['Un (vraiment ?) grand jour.', 'Oui.']],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected))

  it('folds letters and keeps their places', () => {
    expect(plain('L’Été à Œuf')).toBe("l'ete a œuf")
    expect(plain('L?ar?ne')).toBe("l'arene")
    expect(plain('İx')).toHaveLength(2)
  })
})
