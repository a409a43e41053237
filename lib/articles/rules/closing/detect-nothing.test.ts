import { describe, expect, it } from 'vitest'
import { detectClosing } from './detect'

describe('nothing is found', () => {
  it.each([
    ['in an empty text', ''],
    ['in spaces', ' \n\u00a0\n '],
    ['without a question', 'Le pont rouvre lundi. Les riverains respirent.'],
    ['inside quotes', '« Vous venez ? » a lancé le guide. « Qu’en pensez-vous ? » Le groupe s’est tu.'],
    ['in a quote that never closes', '“We rowed all night. Would you try it? How do you sleep?'],
    [
      'in an interview',
      'Comment écrivez-vous ?\nLa nuit, surtout.\nEt le jour, vous dormez ?\nParfois, oui.',
    ],
    [
      'in a dialogue with dashes',
      'Le passeur raconte.\n\n— Vous ramez encore ?\n— Le dimanche, oui.\n— Et vous n’avez jamais chaviré ?\n— Une fois, au printemps.',
    ],
    [
      'in an appeal to witnesses',
      'Le bac a coulé.\n\nVous étiez à bord dimanche ? Vous avez vu la barque ? Contactez la gendarmerie au 04 00 00 00 00.',
    ],
    ['in frequent questions', 'Is parking free?\nYes, on Sundays.\n\nCan I bring a dog?\nOnly on a lead.'],
    ['when the writer answers', 'Faut-il y aller ? Oui, sans hésiter. La vue vaut le détour.'],
    ['when the next sentence explains', 'Pourquoi ce prix ? Parce que le sel est rare.'],
    ['in a tag', 'La vue est belle, non ?'],
    ['in a tag to the reader', 'Nous irons dès lundi, pas vous ?'],
    ['in an English tag', 'That was quick, wasn’t it?'],
    [
      'when the question is said to be asked of others',
      'Que feriez-vous sans pont ? C’est la question que nous avons posée au marché. Léo nagerait.',
    ],
    ['in a scene', '— Vous ramez ?\n— Où ça ?\n— Vers le bac.\nElle prit la barque.'],
    ['before a quiz', 'Le bac part.\n\nÊtes-vous plutôt rame ou voile ? Notre quiz vous dit tout.'],
    ['before a list that answers', 'Êtes-vous plutôt rame ou voile ? Voici trois raisons de ramer.'],
    [
      'when others took up what was asked',
      'Vivriez-vous un mois sans pont ? C’est le défi qu’a relevé un village du Doubs.',
    ],
    ['when others gave their answer', 'Prendriez-vous le bac la nuit ? Un passager sur trois dit non.'],
    ['before what is sold', 'Vous en avez assez de ramer ? Notre agence loue des moteurs.'],
    ['in a word for assent', 'Le bac coule. À leur place, nous nagerions. Pas vous ?'],
    ['when the solution is elsewhere', 'Sauriez-vous nouer cette corde ? La solution est en page 9.'],
    ['in a thought aloud', 'Le bac coule souvent. Et si on le laissait au fond ?'],
    ['when a test is offered', 'Le bac part.\n\nVotre rame est-elle droite ? Faites le test sur notre site.'],
    ['in an advert', 'Vous cherchez un vélo ? Visitez notre magasin de Dole.'],
    ['in an account form', 'Le pont rouvre.\n\nDéjà abonné ?\nMot de passe oublié ?'],
    [
      'in related titles',
      'Le pont rouvre.\n\nÀ lire aussi\n\nConnaissez-vous ces cinq ponts ?\nQui paie les ponts ?',
    ],
    ['in comments', 'Le pont rouvre.\n\nCommentaires (2)\nZoé : vous en pensez quoi ?'],
    ['in a stock phrase', 'Le pont tiendra encore, qui sait ? Les ingénieurs veillent.'],
    [
      'in a quoted letter',
      'J’ai reçu ceci :\n\nBonjour,\nVendez-vous ce vélo ?\nCordialement,\nPaul\n\nNon, je le garde.',
    ],
    ['in a question to oneself', 'Demandez-vous : qu’ai-je oublié ? Notez-le sur la liste.'],
    ['in a reported question', 'La maire a demandé : qui parmi vous vient à pied ? Trois mains se lèvent.'],
    [
      'in a forum quote',
      '> Quel vélo prenez-vous ?\n\nJ’ai répondu la semaine dernière dans un autre billet.',
    ],
    [
      'in a passage between lone quotes',
      'La liste a reçu ce message.\n\n"\nNous cherchons une salle.\n\nQu’en pensez-vous ?\n"\n\nL’association a dit oui.',
    ],
    [
      'in an advert under its label',
      'Le pont rouvre.\n\nPUBLICITÉ\nRamez mieux.\nEt vous, prêt à ramer autrement ?\nAvirons du Doubs',
    ],
    [
      'when the next words sell what was asked about',
      'Le pont rouvre.\n\nHave you got the ferry app? Download it now.',
    ],
    [
      'when help is offered',
      'The bridge opens. Do you have any questions or need advice? Let us know in the comments below!',
    ],
    ['in a suggestion', 'The bridge opens. If you know a better ford, why not draw us a map?'],
    ['when somebody could tell', 'Who gets the toll? Nobody at the gate could tell me.'],
    ['when one answer is given', 'Faut-il ramer ? Non, répond le passeur, qui attend la crue.'],
    ['under a heading', '## Est-ce la fin du sel ?\n\nLes marais produisent moins. Le prix monte.'],
  ])('%s', (_, text) => {
    expect(detectClosing(text)).toMatchObject({ questions: [], start: null })
  })

  it('when the question is the title', () => {
    expect(detectClosing('Irez-vous à pied ?', 'Irez-vous à pied ?').questions).toEqual([])
  })
})
