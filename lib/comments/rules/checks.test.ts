import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CheckInput } from './check-input'
import { CHECK_FAILED, type Finding } from './finding'
import { normalise } from './normalise'
import { REASON_CODES } from './reasons'
import { ownFindings, verdictOf } from './screen'
import { readWords } from './words'

const NOW = new Date('2026-03-01T12:00:00Z')

type Changes = Partial<Omit<CheckInput, 'survey' | 'reader'>> & {
  survey?: Partial<CheckInput['survey']>
  reader?: Partial<CheckInput['reader']>
}

/** Returns the verdict on a comment, with the hook's response if there is one. */
const screen = (given: CheckInput, hook?: Finding) => {
  const { findings } = ownFindings(given, NOW)
  return verdictOf(hook ? [...findings, hook] : findings, given, NOW)
}

/** Builds a calm comment in a survey that publishes at once, except for what a test changes. */
function said(text: string, { survey, reader, ...changes }: Changes = {}): CheckInput {
  return {
    text,
    folded: normalise(text),
    sentAt: NOW,
    survey: { language: 'fr', closesAt: undefined, mode: 'after', ...survey },
    reader: { muted: false, publishedBefore: false, ...reader },
    same: { byReader: 0, byOthers: 0 },
    banned: readWords(['sale voleur*: insult', 'crapule: violence']),
    suspect: readWords(['con', 'cretin*']),
    ...changes,
  }
}

const verdict = (text: string, changes?: Changes, hook?: Finding) => {
  const { decidedBy } = screen(said(text, changes), hook)
  return [decidedBy.effect, decidedBy.rule]
}
const found = (text: string, rule: Finding['rule'], changes?: Changes) =>
  screen(said(text, changes))
    .findings.filter((finding) => finding.rule === rule)
    .map(({ start, end }) => text.slice(start, end))

const CALM = 'Le tracé me paraît bien pensé, mais le budget me laisse des doutes.'

it('a calm comment is published or held as the survey’s mode says', () => {
  expect(verdict(CALM)).toEqual(['publish', 'mode'])
  expect(verdict(CALM, { survey: { mode: 'before' } })).toEqual(['hold', 'mode'])
  expect(verdict(CALM, { survey: { mode: 'first_only' } })).toEqual(['hold', 'newcomer'])
  expect(verdict(CALM, { survey: { mode: 'first_only' }, reader: { publishedBefore: true } })).toEqual([
    'publish',
    'mode',
  ])
})

it('banned words reject with their reason, and are marked where they stand', () => {
  expect(verdict('Ce maire est un SALE  VOLEURS !')).toEqual(['reject', 'banned_words'])
  expect(found('Ce maire est un SALE  VOLEURS !', 'banned_words')).toEqual(['SALE  VOLEURS'])
  expect(screen(said('Quelle crapule.')).decidedBy.reason).toBe('violence')
  expect(screen(said('sale voleur')).decidedBy.reason).toBe('insult')
})

it('what may be another word by accident is held, and never rejected', () => {
  // Another sign or a line between the words, an ending of another word, a doubled letter.
  for (const text of [
    'C’est sale, voleur !',
    'sale\nvoleur',
    'sale : voleurs',
    'sale voleurette',
    'salle voleur',
  ])
    expect(verdict(text), text).toEqual(['hold', 'banned_words'])
  expect(screen(said('sale, voleur')).findings[0]).toMatchObject({ effect: 'hold', uncertain: true })
  for (const text of ['sale voleur', 'SALE\u202fVOLEURS', 'saaaale voleuse', 'sale v0leurs'])
    expect(verdict(text)[1], text).toBe(text === 'saaaale voleuse' ? 'mode' : 'banned_words')
  const pieces = fc.array(
    fc.constantFrom('sale', 'voleur', 'voleurs', ' ', ', ', '\n', '. ', '-', 'x', 'e'),
    {
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      const rejects = screen(said(text)).findings.some(({ effect }) => effect === 'reject')
      expect(rejects, text).toBe(/(?<![\p{L}\p{N}])sale +voleur(?:e|s|es|x)?(?![\p{L}\p{N}])/u.test(text))
    }),
  )
})

it('a link is what was typed as an address; two sentences without a space are none', () => {
  for (const text of [
    'C’est trop cher.La mairie devrait revoir ses prix.Au moins de moitié.',
    'Tout est sur exemple.fr, lisez.',
    'Le prix est trop cher.Le/la responsable le sait.',
  ])
    expect(found(text, 'links'), text).toEqual([])
  expect(
    found('Voir www.orvanne.example/peage, exemple.fr/plan et HTTPS://orvanne.example/a.pdf', 'links'),
  ).toEqual(['www.orvanne.example/peage', 'exemple.fr/plan', 'HTTPS://orvanne.example/a.pdf'])
})

it('words are found through accents, look-alikes, digits, drawn-out letters and dots, and not inside others', () => {
  for (const text of [
    'Quel crétin',
    'CRÉTINS',
    'cr\u0435tin',
    'cr3t1n',
    'crétiiiiin',
    'c.r.e.t.i.n',
    'cre\u0301tin',
  ])
    expect(verdict(text), text).toEqual(['hold', 'suspect_words'])
  for (const text of ['Un concombre bien rond', 'La décroissance', 'incrétinable', 'le second tour'])
    expect(verdict(text), text).toEqual(['publish', 'mode'])
  expect(found('Non, ce n’est pas con du tout', 'suspect_words')).toEqual(['con'])
  expect(found('👍 👍 un C0N, deux crétins', 'suspect_words')).toEqual(['C0N', 'crétins'])
})

it('links, capitals, floods and emptiness are held', () => {
  expect(verdict('Tout est sur exemple.fr/plan, lisez.')).toEqual(['hold', 'links'])
  expect(found('Voir https://journal.example/a?b=1 et www.exemple.fr.', 'links')).toEqual([
    'https://journal.example/a?b=1',
    'www.exemple.fr',
  ])
  expect(verdict('Écrivez à moi@exemple.fr pour en parler')).toEqual(['publish', 'mode'])
  expect(verdict('CE PROJET EST UNE HONTE POUR LA VILLE')).toEqual(['hold', 'shouting'])
  expect(verdict('Le TGV et la SNCF au Havre : oui')).toEqual(['publish', 'mode'])
  expect(verdict('ok')).toEqual(['hold', 'length'])
  expect(verdict(`Z${'\u0317\u0318\u0319\u031a\u031b'.repeat(4)}algo partout ici`)).toEqual(['hold', 'flood'])
  expect(verdict('😀'.repeat(40))).toEqual(['hold', 'length'])
  expect(verdict(`Bravo à tous ${'🎉'.repeat(12)}`)).toEqual(['hold', 'flood'])
  expect(verdict(`N${'o'.repeat(20)}n jamais de la vie`)).toEqual(['hold', 'flood'])
  for (const joy of ['Merci ❤️❤️❤️❤️ super, aaaah enfin !', 'Nooooooooon !', 'Bravo 🎉🎉🎉🎉🎉🎉🎉🎉'])
    expect(verdict(joy), joy).toEqual(['publish', 'mode'])
  expect(verdict('Oui — bon… ........... enfin peut-être 👍')).toEqual(['publish', 'mode'])
})

it('the same words again are held, short ones are not', () => {
  expect(verdict(CALM, { same: { byReader: 1, byOthers: 0 } })).toEqual(['hold', 'repeated'])
  expect(verdict(CALM, { same: { byReader: 0, byOthers: 3 } })).toEqual(['hold', 'repeated'])
  expect(verdict(CALM, { same: { byReader: 0, byOthers: 2 } })).toEqual(['publish', 'mode'])
  expect(verdict('Je suis d’accord.', { same: { byReader: 0, byOthers: 9 } })).toEqual(['publish', 'mode'])
})

it('a language that nobody here may read is held; French and English are not', () => {
  const german =
    'Die Stadt sollte lieber die alten Straßen reparieren, bevor sie neue Bahnen für den Hafen baut.'
  expect(verdict(german)).toEqual(['hold', 'language'])
  expect(verdict('Я считаю, что этот проект слишком дорогой для нашего города и никому не нужен.')).toEqual([
    'hold',
    'language',
  ])
  for (const text of [
    'Je pense que la ville devrait d’abord réparer ses trottoirs avant de lancer un chantier aussi coûteux.',
    'I think the city should mend its pavements first, before it starts such an expensive building site.',
    'Le plan budget 2026 : trop flou. Le tram, oui, mais pas à n’importe quel prix, et pas sans les habitants !',
  ])
    expect(verdict(text), text).toEqual(['publish', 'mode'])
})

it('a muted reader, and a text after the closing, wait apart from what they say', () => {
  expect(verdict(CALM, { reader: { muted: true } })).toEqual(['hold', 'muted'])
  expect(verdict('sale voleur', { reader: { muted: true } })).toEqual(['hold', 'muted'])
  expect(verdict(CALM, { survey: { closesAt: new Date(NOW.getTime() - 1) } })).toEqual(['hold', 'closed'])
  expect(verdict(CALM, { survey: { closesAt: new Date(NOW.getTime() + 1) } })).toEqual(['publish', 'mode'])
})

it('the outside hook decides where nothing before it did, and is noted when it was not heard', () => {
  const rejects: Finding = { rule: 'hook', effect: 'reject', reason: 'hate' }
  const publishes: Finding = { rule: 'hook', effect: 'publish' }
  expect(verdict(CALM, {}, rejects)).toEqual(['reject', 'hook'])
  expect(verdict(CALM, { survey: { mode: 'before' } }, publishes)).toEqual(['publish', 'hook'])
  const skipped = screen(said(CALM), { rule: 'hook', skipped: 'timeout' })
  expect([skipped.decidedBy.effect, skipped.findings.map(({ rule }) => rule)]).toEqual([
    'publish',
    ['hook', 'mode'],
  ])
})

it('a banned word without a reason holds the text, and one with a reason decides over it', () => {
  const banned = readWords(['voyou', 'crapule: violence', 'escroc: rien', 'bandit: illegal'])
  for (const text of ['Un voyou', 'Un escroc', 'Un bandit'])
    expect(screen(said(text, { banned })).decidedBy, text).toMatchObject({
      effect: 'hold',
      rule: 'banned_words',
      groundless: true,
    })
  expect(screen(said('Un voyou, une crapule', { banned })).decidedBy).toMatchObject({
    effect: 'reject',
    reason: 'violence',
  })
})

it('any text that is rejected has a ground that its list or its hook names', () => {
  const reasons = fc.oneof(fc.constantFrom(...REASON_CODES, 'rien', ''), fc.string({ maxLength: 8 }))
  const lines = fc.array(fc.tuple(fc.constantFrom('voyou', 'crapule'), reasons))
  fc.assert(
    fc.property(lines, (given) => {
      const banned = readWords(given.map(([word, reason]) => `${word}: ${reason}`))
      const { decidedBy } = screen(said('Un voyou et une crapule', { banned }))
      const named = given.map(([, reason]) => reason.trim())
      expect(decidedBy.reason === undefined || named.includes(decidedBy.reason)).toBe(true)
      expect(decidedBy.effect === 'reject').toBe(decidedBy.reason !== undefined)
    }),
  )
})

it('a check that breaks holds the text under its own name, and the others are still asked', () => {
  const broken = {
    ...said('Voir www.exemple.fr, un crétin'),
    same: undefined as unknown as CheckInput['same'],
  }
  const { findings, failures } = ownFindings(
    {
      ...broken,
      text: `${broken.text} à lire sans attendre`,
      folded: normalise(`${broken.text} à lire sans attendre`),
    },
    NOW,
  )
  expect(failures.map(({ rule }) => rule)).toEqual(['repeated'])
  expect(findings.map(({ rule }) => rule)).toEqual(['links', 'repeated', 'suspect_words'])
  expect(findings).toContainEqual({ rule: 'repeated', effect: 'hold', skipped: 'failed' })
  expect(verdictOf([{ rule: 'repeated', effect: 'hold', skipped: 'failed' }], said(CALM), NOW).rule).toBe(
    CHECK_FAILED,
  )
})

it('every check is heard: what came second is kept beside what decided', () => {
  const { decidedBy, findings } = screen(said('CRÉTIN, VOIR WWW.EXEMPLE.FR ET SES AMIS'))
  expect(decidedBy.rule).toBe('links')
  expect(findings.map(({ rule }) => rule)).toEqual(['links', 'shouting', 'suspect_words', 'mode'])
})
