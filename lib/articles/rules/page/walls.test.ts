import { describe, expect, it } from 'vitest'
import { analyse } from '../closing/analyse'
import { articleOfPage } from './page'

const paragraph =
  '<p>La municipalité a présenté un tracé de neuf kilomètres entre la gare et le port, avec douze arrêts.</p>'
const article = `<h1>Le tram</h1>${paragraph.repeat(15)}`
const wallAt = async (body: string, title = 'Le Quotidien') =>
  (await articleOfPage(`<html><head><title>${title}</title></head><body>${body}</body></html>`)).wall

describe('a wall is called by its name', () => {
  it.each([
    ['consent', '<p>Acceptez-vous les cookies ou préférez-vous vous abonner ?</p>'],
    ['consent', '<h2>Votre vie privée</h2><p>Nos 812 partenaires et nous respectons vos données.</p>'],
    ['consent', '<div>We and our partners store data.</div><button>Accept all cookies</button>'],
    ['robot', '<p>Vérifiez que vous êtes humain.</p>'],
    ['robot', '<h1>quotidien.example</h1><p>Verifying you are human. This may take a few seconds.</p>'],
    ['robot', '<noscript>Enable JavaScript and cookies to continue</noscript><p>Êtes-vous un robot ?</p>'],
    ['subscription', `<article>${article}<p>La suite est réservée aux abonnés.</p></article>`],
    ['subscription', `<article>${article}<p>Il vous reste 72,5 % de cet article à lire.</p></article>`],
    ['subscription', `<article>${article}<p>Subscribe to continue reading.</p></article>`],
    [
      'subscription',
      `<main><header>Le pont</header><article>${paragraph.repeat(2)}<footer>Déjà abonné ? Connectez-vous</footer></article></main>`,
    ],
    ['subscription', `<article>${article}<p>Suscríbete para seguir leyendo.</p></article>`],
  ])('%s: %s', async (name, body) => {
    expect(await wallAt(body)).toBe(name)
  })
})

describe('a page with its article has none, whatever stands beside it', () => {
  it.each([
    [
      'a banner',
      `<div>Nous utilisons des cookies.<button>Tout accepter</button></div><article>${article}</article>`,
    ],
    [
      'a label of another article',
      `<article>${article}</article><aside><a href="/a">Article réservé aux abonnés</a></aside>`,
    ],
    [
      'an article about robots',
      `<article>${article}<p>Êtes-vous un robot ? demande la machine.</p></article>`,
    ],
    [
      'an article about subscribers',
      `<article>${paragraph.repeat(4)}<p>Le journal compte mille abonnés.</p></article>`,
    ],
    [
      'an offer in the head, the menu and the foot of each page',
      `<header><p>Déjà abonné ? Connectez-vous</p></header><nav>Déjà abonné ? Connectez-vous</nav><main><article>${paragraph.repeat(4)}</article><aside>La suite de cet article est réservée aux abonnés.</aside></main><footer>Déjà abonné ? Connectez-vous</footer>`,
    ],
    [
      'an offer that the page hides',
      `<article>${paragraph.repeat(4)}<div hidden>La suite est réservée aux abonnés.</div><p style="color:red; display: none">Déjà abonné ? Connectez-vous</p></article>`,
    ],
    ['a short article', '<article><h1>La place</h1><p>Faut-il des arbres sur la place ?</p></article>'],
  ])('%s', async (_, body) => {
    expect(await wallAt(body)).toBeUndefined()
  })
})

it.each([
  'Acceptez-vous les cookies ou préférez-vous vous abonner ?',
  'Do you accept cookies, or would you rather subscribe?',
  'Êtes-vous un robot ?',
])('its question is never a draft’s: %s', (question) => {
  expect(analyse(`Un tramway au port\n\nLe tracé compte douze arrêts.\n\n${question}`).questions).toEqual([])
})

describe('pasted in place of an article', () => {
  const wallIn = (text: string) => analyse(text).wall
  it.each([
    ['consent', 'Nous utilisons des cookies.\n\nAcceptez-vous les cookies ou préférez-vous vous abonner ?'],
    [
      'consent',
      '<html><body><h2>Votre vie privée</h2><p>Nos 812 partenaires traitent vos données.</p></body></html>',
    ],
    ['robot', 'Sorry, you have been blocked\n\nWhy have I been blocked?\n\nWhat can I do to resolve this?'],
    ['robot', '<title>Un instant…</title><h1>quotidien.example</h1><p>Êtes-vous un robot ?</p>'],
    [
      'subscription',
      'Le pont ouvre au printemps.\n\nLa suite est réservée aux abonnés.\n\nDéjà abonné ? Connectez-vous',
    ],
  ])('%s is named: %s', (wall, text) => {
    expect(wallIn(text)).toBe(wall)
  })

  it.each([
    ['Le journal affiche « Continuer sans accepter ».\n\nEt vous, que choisissez-vous : payer ou accepter ?'],
    [`${'Le journal compte mille abonnés de plus cette année. '.repeat(30)}\n\nDéjà abonné ? Connectez-vous`],
    ['Le pont ouvre au printemps. La mairie promet une navette.'],
  ])('an article is none: %s', (text) => {
    expect(wallIn(text)).toBeUndefined()
  })
})
