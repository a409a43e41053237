import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from '../closing/analyse'
import { isForeign } from './language'
import { plain } from './plain'

const FOREIGN = {
  Portuguese:
    'A câmara de Lornay quer cobrar uma portagem na ponte nova a partir de maio. Os moradores da margem sul dizem que não foram ouvidos e pedem uma reunião com o presidente. Segundo a empresa, as obras custaram mais do que estava previsto.\n\nE você, o que acha desta portagem?\n\nVotaria a favor ou contra?',
  Italian:
    'Il comune di Lornay vuole far pagare il pedaggio sul nuovo ponte da maggio. Gli abitanti della riva sud dicono che nessuno li ha ascoltati e chiedono un incontro con il sindaco. Secondo la società i lavori sono costati più del previsto.\n\nE voi, che cosa ne pensate?',
  German:
    'Die Stadt Lornay will ab Mai eine Maut auf der neuen Brücke erheben. Die Anwohner am südlichen Ufer sagen, dass sie nicht gefragt wurden, und fordern ein Treffen mit dem Bürgermeister. Nach Angaben der Firma sind die Arbeiten teurer geworden.\n\nWas meinen Sie?',
  Dutch:
    'De gemeente Lornay wil vanaf mei tol heffen op de nieuwe brug. De bewoners van de zuidoever zeggen dat zij niet zijn gehoord en vragen om een gesprek met de burgemeester. Volgens het bedrijf zijn de werken duurder geworden dan verwacht.\n\nWat vindt u van deze tol?',
  Polish:
    'Miasto Lornay chce od maja pobierać opłaty za przejazd nowym mostem. Mieszkańcy południowego brzegu mówią, że nikt ich nie pytał, i żądają spotkania z burmistrzem. Według firmy prace kosztowały więcej, niż planowano, bo fundamenty były słabe.\n\nCo państwo o tym sądzą?',
  Greek:
    'Ο δήμος του Λορνέ θέλει να επιβάλει διόδια στη νέα γέφυρα από τον Μάιο. Οι κάτοικοι της νότιας όχθης λένε ότι κανείς δεν τους ρώτησε και ζητούν συνάντηση με τον δήμαρχο. Σύμφωνα με την εταιρεία τα έργα κόστισαν περισσότερο.\n\nΕσείς τι λέτε;',
}

describe('an article in a language without a pack', () => {
  it.each(Object.entries(FOREIGN))('is named as one, and no question of it is guessed: %s', (_, text) => {
    expect(analyse(text)).toMatchObject({ foreign: true, questions: [], survey: [], start: null })
  })
})

describe('an article in a language with one is none', () => {
  const folder = path.join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'testing', 'endings')
  it.each(readdirSync(folder))('%s', (file) => {
    const texts = readFileSync(path.join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text)
    expect(texts.filter((text) => isForeign(plain(text)))).toEqual([])
  })

  it.each([
    [
      'that quotes another language',
      'Le maire de Lornay a reçu son homologue de Turin, qui lui a répondu : « Il ponte è della gente, non degli uffici, e nella mia città gli abitanti sono contenti. » Le conseil municipal votera en mai sur le péage.',
    ],
    ['in a few words', 'Ponte novo em maio. Qu’en pensez-vous ?'],
    [
      'of names',
      'Liga : Nantes 2, Rennes 1. Brest 0, Lorient 3. Angers 1, Laval 1. Et vous, qu’en dites-vous ?',
    ],
  ])('%s', (_, text) => {
    expect(analyse(text).foreign).toBeUndefined()
  })
})
