import { describe, expect, it } from 'vitest'
import { sortOf } from './kinds'

/** An «ou» that offers no answers, beside a verb, a noun, an amount or a clause. */
describe('a question whose «ou» offers no answers', () => {
  it.each([
    'Avez-vous déjà pris le bac avec un vélo ou une poussette ?',
    'Connaissez-vous quelqu’un qui a quitté la ville à cause du bruit ou des loyers ?',
    'Avez-vous un proche qui vit en maison de retraite ou en foyer ?',
    'Trouvez-vous normal que l’on paie pour entrer dans un parc ou une forêt ?',
    'Seriez-vous prêt à héberger un étudiant une semaine ou deux ?',
    'Y a-t-il près de chez vous une école ou une crèche menacée ?',
    'Êtes-vous concerné par la hausse des loyers ou des charges ?',
    'Votre commune a-t-elle pris des mesures contre le bruit et la vitesse ?',
    'Le bac doit-il rester gratuit pour les élèves et les retraités ?',
    'Est-ce que vous recommanderiez ce restaurant à un ami ?',
    'Vous arrive-t-il de lire le journal en ligne ou sur votre téléphone ?',
    'Le télétravail est-il encore possible dans votre entreprise ?',
    'Avez-vous été témoin ou victime d’incivilités dans le bus ?',
    'Souhaitez-vous que la ville plante davantage d’arbres, quitte à supprimer des places ?',
  ])('is answered by yes or no: %s', (question) => expect(sortOf(question, 'fr').kind).toBe('yesno'))

  it.each([
    'Que faudrait-il faire pour les jeunes ou les personnes âgées ?',
    'Comment faites-vous pour vous déplacer quand il neige ou qu’il gèle ?',
    'Quel souvenir gardez-vous de votre première ou de votre dernière rentrée ?',
    'Qu’est-ce qui vous plaît ou vous déplaît dans ce projet ?',
    'Pourquoi avez-vous choisi de vivre ici, en ville ou à la campagne ?',
    'Avez-vous une idée pour améliorer la place ?',
    'Combien de fois par semaine mangez-vous de la viande ?',
    'Quelles sont vos astuces pour économiser l’eau ou l’électricité ?',
    'En quoi cette réforme change-t-elle votre quotidien ?',
  ])('wants words: %s', (question) => expect(sortOf(question, 'fr').kind).toBe('open'))

  it.each([
    'Have you ever lost a parcel or a letter in the post?',
    'Do you know someone who has moved away because of rents or noise?',
    'Is there a school or a library near you at risk of closing?',
    'Would you pay a pound or two more for local milk?',
    'Are you affected by the rise in rents or bills?',
    'Should people who live in a flood zone or near the coast pay more?',
    'Has your town done anything about noise and speed?',
    'Is it fair that visitors pay and locals don’t?',
    'Could you live without your car for a month or two?',
    'Have you or a relative been in hospital this year?',
    'Have you seen or heard an owl this spring?',
    'Do you have children or grandchildren at the school?',
    'Can you imagine life without a mobile or a laptop?',
    'Is it ever right to laugh at anything?',
  ])('is answered by yes or no: %s', (question) => expect(sortOf(question, 'en').kind).toBe('yesno'))

  it.each([
    'What would help young people or the elderly most?',
    'How do you get around when it snows or freezes?',
    'What do you like or dislike about the plan?',
    'Why did you choose to live here, in town or in the country?',
    'What matters most to you about your neighbourhood?',
    'What are your tips for saving water or power?',
    'What, in your view, is the council’s biggest mistake?',
    'Who or what inspired you?',
  ])('wants words: %s', (question) => expect(sortOf(question, 'en').kind).toBe('open'))
})
