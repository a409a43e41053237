import { expect, it } from 'vitest'
import { SLUG, slugFrom } from './slug'

it.each([
  ["Jusqu'où ira l'IA ?", 'jusqu-ou-ira-ia'],
  ['Le cœur de la ville, demain', 'coeur-ville-demain'],
  ['Un deux trois quatre cinq six sept huit neuf dix', 'deux-trois-quatre-cinq-six-sept-huit-neuf'],
  ['???', 'consultation'],
  ['', 'consultation'],
  ['日本', 'consultation'],
  ['a'.repeat(300), 'a'.repeat(100)],
])('%j is %s', (title, slug) => {
  expect(slugFrom(title)).toBe(slug)
  expect(slug).toMatch(SLUG)
})
