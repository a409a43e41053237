import { describe, expect, it } from 'vitest'
import en from '../../../messages/en.json'
import fr from '../../../messages/fr.json'
import { foreignLanguage, lettersOf } from './text-language'

const LONG_ENOUGH = 20

const sentences = (messages: object): string[] =>
  Object.values(messages).flatMap((value) => {
    if (typeof value !== 'string') return sentences(value)
    return /[{<]/.test(value) || lettersOf(value) < LONG_ENOUGH ? [] : [value]
  })

describe('the language of a text', () => {
  it.each([
    ['This is far too expensive for what it brings to the town.', 'en'],
    ['Das ist viel zu teuer für unsere Stadt.', 'de'],
    ['Isto é demasiado caro para a nossa cidade e ninguém nos perguntou nada.', 'pt'],
    ['هذا المشروع مكلف جدا لمدينتنا', 'ar'],
  ])('is said of «%s» in a French survey', (text, language) => {
    expect(foreignLanguage(text, 'fr')).toBe(language)
  })

  it('is said of French in an English survey', () => {
    expect(foreignLanguage('Trop cher pour ce que cela rapporte à la ville.', 'en')).toBe('fr')
  })

  it.each([
    'Le port a besoin d’un vrai transport en commun.',
    'Open source, cloud et machine learning : du marketing.',
    'C’est du bullshit marketing, time to market et compagnie.',
    'Meta a de l’argent, tant mieux pour eux.',
    'Not now.',
    '65 %, 2025 !!!',
    '',
  ])('is the survey’s, or too little to tell, of «%s»', (text) => {
    expect(foreignLanguage(text, 'fr')).toBeUndefined()
  })

  it('is never mistaken in a French sentence of ours, and found in most English ones', () => {
    expect(sentences(fr).filter((sentence) => foreignLanguage(sentence, 'fr'))).toEqual([])
    const found = sentences(en).map((sentence) => foreignLanguage(sentence, 'fr'))
    const english = found.filter((language) => language === 'en').length
    expect(english / found.length).toBeGreaterThan(0.5)
    // A wrong name is worse than none.
    expect(found.filter((language) => language && language !== 'en').length / found.length).toBeLessThan(0.02)
  })
})
