import { describe, expect, it } from 'vitest'
import { sortOf } from './kinds'

const TENSES_FR = [
  'semble',
  'semblait',
  'semblera',
  'semblerait',
  'paraît',
  'paraîtra',
  'paraîtrait',
  'apparaît',
]
const PAIRS_FR = [
  ['utile', 'réaliste'],
  ['crédible', 'financièrement tenable'],
  ['juste', 'socialement acceptable'],
]
const THINGS_FR = [
  'Cette mesure',
  'Pour votre immeuble, une telle opération',
  'Clients ou salariés : cette hausse',
]

describe('judgements of one thing, in any tense', () => {
  it.each(
    TENSES_FR.flatMap((verb) =>
      THINGS_FR.flatMap((thing) => PAIRS_FR.map((pair) => [verb, thing, pair] as const)),
    ),
  )('vous %s-elle: %s %j', (verb, thing, pair) => {
    const joint = /[dt]$/.test(verb) ? '-' : '-t-'
    expect(sortOf(`${thing} vous ${verb}${joint}elle ${pair.join(' et ')} ?`, 'fr')).toEqual({
      kind: 'multi',
      options: pair,
    })
  })
  const VERBS_EN = ['strike you as', 'come across as', 'seem', 'sound', 'look']
  it.each(
    VERBS_EN.flatMap((verb) =>
      ['Do these labels', 'Does the new timetable', 'Would a toll'].map((thing) => [thing, verb] as const),
    ),
  )('%s %s', (thing, verb) =>
    expect(sortOf(`${thing} ${verb} clear and honest?`, 'en')).toEqual({
      kind: 'multi',
      options: ['clear', 'honest'],
    }),
  )
})

describe('a judgement that adds to the one before', () => {
  it.each([', voire ', ' voire ', ' ou même ', ' – ou même ', ' et même '])('after «%s»', (even) =>
    expect(sortOf(`Ce projet vous paraît-il utile${even}indispensable ?`, 'fr')).toEqual({
      kind: 'multi',
      options: ['utile', 'indispensable'],
    }),
  )
  it.each([
    'credible or even relevant',
    'credible – or even relevant –',
    'credible and even relevant',
    'credible – or indeed relevant –',
  ])('%s', (said) =>
    expect(sortOf(`Does that timetable sound ${said} to you?`, 'en')).toEqual({
      kind: 'multi',
      options: ['credible', 'relevant'],
    }),
  )
})

describe('what judges nothing, or offers a choice', () => {
  it.each([
    ['Est-il économiquement et socialement tenable ?', 'yesno'],
    ['Ces horaires sont-ils clairement et correctement affichés ?', 'yesno'],
    ['Cette hausse vous paraît-elle juste ou excessive ?', 'choice'],
    ['Iriez-vous une fois ou même deux fois par semaine ?', 'choice'],
  ])('%s', (question, kind) => expect(sortOf(question, 'fr').kind).toBe(kind))
  it.each([
    ['Does it sound like a plane and a train?', 'yesno'],
    ['Do you feel better and does it last?', 'yesno'],
    ['Does the plan seem fair or unfair?', 'choice'],
    ['Does the bench look like it will rust and break?', 'yesno'],
  ])('%s', (question, kind) => expect(sortOf(question, 'en').kind).toBe(kind))
})
