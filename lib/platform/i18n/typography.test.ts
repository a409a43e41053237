import { expect, it } from 'vitest'
import { typeset, withMinus } from './typography'

it.each([
  ['Quel est votre avis ?', 'Quel est votre avis\u202f?'],
  ["jusqu'à l'IA", 'jusqu’à l’IA'],
  ['« Bien »', '«\u202fBien\u202f»'],
  ['«Bien»', '«\u202fBien\u202f»'],
  ['Résultat : 3 réponses', 'Résultat\u202f: 3 réponses'],
  ['un ; deux !', 'un\u202f; deux\u202f!'],
  ['65 milliards', '65\u00a0milliards'],
  ['1 234 567', '1\u202f234\u202f567'],
  ['12 %', '12\u202f%'],
  ['http://a.example/?b=1', 'http://a.example/?b=1'],
  ['à 18:30', 'à 18:30'],
])('sets %j', (given, set) => {
  expect(typeset(given, 'fr')).toBe(set)
})

it('leaves English alone', () => {
  expect(typeset("What's your view ?", 'en')).toBe("What's your view ?")
})

it('does nothing more when done twice', () => {
  const once = typeset("« Est-ce l'avenir ? » : 10 000 avis !", 'fr')
  expect(typeset(once, 'fr')).toBe(once)
})

it('has a minus sign before what is less than nothing, and nowhere else', () => {
  const signed = (locale: string, value: number) =>
    withMinus(new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(value))
  expect([signed('fr', -32.1), signed('en', -32.1), signed('fr', 5)]).toEqual(['−32,1', '−32.1', '+5'])
})
