import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isAbstention } from './abstention'

const SAID = [
  'Sans avis',
  'sans opinion',
  'Pas d’avis',
  'Aucune opinion',
  'Je n’ai pas d’avis',
  'Ne se prononce pas',
  'Ne me prononce pas',
  'Je ne sais pas',
  'Ne sait pas / ne se prononce pas',
  'Ne se prononce pas (NSP)',
  'NSPP',
  'Abstention',
  'Je m’abstiens',
  'No opinion',
  'I have no opinion',
  'Don’t know',
  "I don't know",
  'Do not know / no opinion',
  'Not sure',
  'I’m not sure',
  'N.S.P.',
  'NSP/NR',
  'DK/NA',
  'Nous ne savons pas',
  'Je ne sais pas encore',
  'Je n’en sais rien',
  'Aucune idée',
  'Pas d’avis tranché',
  'Je n’ai pas d’avis sur la question',
  'Sans réponse',
  'Je préfère ne pas répondre',
  'Ne souhaite pas se prononcer',
  'Prefer not to say',
  'I don’t have an opinion on this',
  'Don’t know / refused',
  'Can’t say',
]

it.each(SAID)('«%s» says that one has no opinion', (label) => {
  expect(isAbstention(label)).toBe(true)
})

it('is known in any capitals, spaces, apostrophes and normal form', () => {
  const spaces = fc.constantFrom(' ', '\u00a0', '\u202f', '  ', '\t')
  const apostrophes = fc.constantFrom("'", '’', '‘', 'ʼ', '`', '′', '＇', ' ’')
  const forms = fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD')
  const around = fc.constantFrom('', ' ', '.', ' !', '\u200b', ' –')
  fc.assert(
    fc.property(
      fc.constantFrom(...SAID),
      spaces,
      apostrophes,
      forms,
      around,
      fc.boolean(),
      (label, space, apostrophe, form, end, upper) => {
        const cased = upper ? label.toUpperCase() : label
        const typed = cased.replaceAll(' ', space).replaceAll(/['’]/g, apostrophe).normalize(form)
        expect(isAbstention(end + typed + end)).toBe(true)
      },
    ),
  )
})

it.each([
  '',
  'Oui',
  'Sans avis médical',
  'Sans opinion politique',
  'Je ne sais pas nager',
  'Ne se prononce pas assez',
  'Indifférent',
  'Indécis',
  'Aucune réponse ne convient',
  'Aucune idée neuve',
  'Je ne sais pas quoi en penser, mais plutôt pour',
  'Sans avis du maire',
  'Pas d’avis sur le sujet du maire',
  'Vote blanc',
  'Refus',
  'NA',
  'Aucun',
  'No',
  'No opinion poll',
  'Unsure start',
  'Avis',
])('«%s» does not', (label) => {
  expect(isAbstention(label)).toBe(false)
})
