import { describe, expect, it } from 'vitest'
import { draftSummary } from './summary'

const ARTICLE = [
  'La compagnie du bac de Lussan annonce la fermeture de la traversée de nuit à partir du mois de mars.',
  '« Nous n’avions plus le choix », soupire le capitaine.',
  'Il parle de pertes.',
  'La traversée de nuit du bac transportait chaque année près de quarante mille passagers et deux mille vélos.',
  'La région promet un autobus de remplacement pour les passagers de la traversée de nuit pendant deux ans.',
  'Un kiosque vend des glaces sur le quai voisin depuis l’été dernier, avec un certain succès.',
].join(' ')

describe('draft summary', () => {
  it('takes three sentences of the article, in its order, that stand alone', () => {
    const summary = draftSummary(`${ARTICLE}\n\nPrenez-vous ce bac ?`)
    expect(summary).toMatch(/^La compagnie du bac .* mars\. La traversée .* vélos\. La région .* ans\.$/)
  })

  it('is the same every time and empty for nothing', () => {
    expect(draftSummary(ARTICLE)).toBe(draftSummary(ARTICLE))
    expect(draftSummary('')).toBe('')
  })
})
