import { describe, expect, it } from 'vitest'
import { PACKS } from '../../languages'
import { plain } from '../reading/plain'
import { type Wall, wallOf } from './walls'

/** A phrase for each rule of each language, which no other rule of the language finds. */
const PHRASES: Record<keyof typeof PACKS, Record<Wall, string[]>> = {
  fr: {
    consent: [
      'Refusez-vous que ce site dépose des cookies ?',
      'Autoriser tous les cookies, ou s’abonner',
      'Continuer sans accepter',
      'Accepter et fermer',
      'Notre site utilise quelques cookies.',
      'Vos choix s’appliquent aux cookies de ce site.',
      'Le respect de votre vie privée est notre priorité.',
      'Nos 812 partenaires traitent vos données.',
    ],
    robot: [
      'Prouvez que vous n’êtes pas un robot.',
      'Êtes-vous bien humain ?',
      'Je ne suis pas un robot',
      'Vérification de votre navigateur',
      'Activez JavaScript pour continuer.',
      'Un instant…',
      'Votre requête a été bloquée.',
      'Un trafic inhabituel vient de votre réseau.',
      'Accès refusé : votre adresse IP figure sur une liste.',
    ],
    subscription: [
      'La suite de cet article est réservée.',
      'Il vous reste environ 72,5 % à lire.',
      'Cet article est accessible uniquement aux abonnés.',
      'Identifiez-vous pour lire la suite.',
      'Pour continuer votre lecture, choisissez une offre et connectez-vous.',
      'Déjà abonné ? Connectez-vous',
    ],
  },
  en: {
    consent: [
      'Do you agree to the use of cookies?',
      'Accept all cookies',
      'This website uses several cookies.',
      'Your privacy choices decide about cookies.',
      'We value your privacy',
      'Continue without accepting',
    ],
    robot: [
      'Making sure you’re not a bot!',
      'Are you human?',
      'I’m not a robot',
      'Checking your browser before you enter.',
      'Enable JavaScript and cookies to continue',
      'Please enable JS and disable any ad blocker',
      'There is unusual traffic from your network.',
      'Just a moment...',
      'Pardon Our Interruption',
      'Access to this page has been denied.',
      'Sorry, you have been blocked',
      'This website is using a security service to protect itself from attacks.',
      'Request unsuccessful. Incapsula incident ID: 4',
      'You don’t have permission to access “/2026/bridge” on this server.',
      'Access denied: an automated reader was seen.',
    ],
    subscription: [
      'The rest of this story is only for subscribers.',
      'Subscribe now to keep reading.',
      'Log in to unlock the full text.',
      'To continue reading, choose an offer and register.',
      'You have reached your limit of free articles.',
      'Already a subscriber? Sign in',
    ],
  },
  es: {
    consent: ['¿Aceptas las cookies?', 'Esta web utiliza algunas cookies.', 'Continuar sin aceptar'],
    robot: ['Confirma que eres humano.', 'No soy un robot', 'Hay tráfico inusual en su red.'],
    subscription: ['Este artículo es solo para suscriptores.', 'Regístrate para continuar leyendo.'],
  },
}

const cases = Object.entries(PHRASES).flatMap(([language, walls]) =>
  Object.entries(walls).flatMap(([wall, phrases]) =>
    phrases.map((phrase, index) => ({ language, wall, index, phrase })),
  ),
) as { language: keyof typeof PACKS; wall: Wall; index: number; phrase: string }[]

describe('each rule of a wall', () => {
  it.each(cases)('$language, $wall $index: $phrase', ({ language, wall, index, phrase }) => {
    expect(wallOf({ whole: phrase, text: phrase })).toBe(wall)
    const found = PACKS[language].walls[wall].flatMap((rule, at) => {
      return new RegExp(`\\b(?:${rule})`).test(plain(phrase)) ? [at] : []
    })
    expect(found).toEqual([index])
  })

  it('has a phrase', () => {
    for (const { language, walls } of Object.values(PACKS))
      for (const wall of ['consent', 'robot', 'subscription'] as const)
        expect([language, wall, walls[wall].length]).toEqual([language, wall, PHRASES[language][wall].length])
  })
})

const filler = (length: number) =>
  'La municipalité a présenté un tracé de neuf kilomètres.\n'.repeat(length / 55 + 1).slice(0, length)
const lines = (count: number) => 'Une ligne.\n'.repeat(count)

describe('the place of a phrase decides', () => {
  const robot = 'Je ne suis pas un robot'
  const ends = 'La suite de cet article est réservée.'
  const consent = 'Continuer sans accepter'
  it.each([
    ['a short text that says it', `${filler(1_100)}\n${robot}`, undefined, 'robot'],
    ['a longer text that says it', `${filler(1_200)}\n${robot}`, undefined, undefined],
    [
      'a short text that says it late in a line',
      `${filler(500).replaceAll('\n', ' ')} ${robot}`,
      undefined,
      undefined,
    ],
    ['a small page that says it beside its text', 'Une phrase.', `Une phrase.\n${robot}`, 'robot'],
    ['a large page that says it beside its text', 'Une phrase.', `${filler(3_000)}\n${robot}`, undefined],
    ['a page that asks for consent beside its text', 'Une phrase.', `Une phrase.\n${consent}`, undefined],
    ['a page without a text that asks for consent', '', consent, 'consent'],
    ['a short text on a page that sells the rest', 'Une phrase.', `Une phrase.\n${ends}`, 'subscription'],
    ['the last lines of an article', `${filler(2_000)}\n${ends}\n${lines(5)}`, undefined, 'subscription'],
    ['lines before the last ones', `${filler(2_000)}\n${ends}\n${lines(6)}`, undefined, undefined],
    [
      'the start of a long line',
      `${filler(2_000)}\n${ends} ${filler(600).replaceAll('\n', ' ')}`,
      undefined,
      'subscription',
    ],
    ['the end of a long line', `${filler(2_000).replaceAll('\n', ' ')} ${ends}`, undefined, 'subscription'],
    [
      'the middle of a long line',
      `${filler(600).replaceAll('\n', ' ')} ${ends} ${filler(1_000).replaceAll('\n', ' ')}`,
      undefined,
      undefined,
    ],
  ] as const)('%s: %#', (_, text, whole, wall) => {
    expect(wallOf({ whole: whole ?? text, text })).toBe(wall)
  })
})
