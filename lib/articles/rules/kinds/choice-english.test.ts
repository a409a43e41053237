import { describe, expect, it } from 'vitest'
import { sortOf } from './kinds'

/** Each line is one form of question, with a ferry or a bridge in place of the news. */
describe('English alternatives', () => {
  it.each<[string, string, string[]]>([
    ['a linking verb', 'Does this toll seem fair, steep or too small?', ['fair', 'steep', 'too small']],
    [
      'what the reader is',
      'Are you annoyed by the toll or happy to pay?',
      ['annoyed by the toll', 'happy to pay'],
    ],
    [
      'verbs of a clause',
      'Do you think the deal will go through or fall apart?',
      ['go through', 'fall apart'],
    ],
    [
      'a purpose that both share',
      'Should we raise tolls or cut ferries to close the gap?',
      ['raise tolls', 'cut ferries'],
    ],
    [
      'degrees of a noun',
      'Do you want more ferries, more bridges or more fords?',
      ['more ferries', 'more bridges', 'more fords'],
    ],
    ['an object of two words', 'Do you prefer slow ferries or bridges?', ['slow ferries', 'bridges']],
    [
      'a condition before it',
      'If the toll stays, should rowers get a discount, a pass, or nothing at all?',
      ['a discount', 'a pass', 'nothing at all'],
    ],
    ['a subject and its predicate', 'Is the toll fair or just another tax?', ['fair', 'just another tax']],
    ['teams', 'Are you team wooden oars or team engine?', ['team wooden oars', 'team engine']],
    [
      'a judgement with its article',
      'Are the new tolls a step too far or long overdue?',
      ['a step too far', 'long overdue'],
    ],
    [
      '“one” for a noun',
      'Would you rather live near a slow river or a fast one?',
      ['a slow river', 'a fast one'],
    ],
    [
      'three nouns after “was it”',
      'Was it a flood, a leak or a burst pipe?',
      ['a flood', 'a leak', 'a burst pipe'],
    ],
    [
      'the verb after a subject of two words',
      'Will this toll pay for repairs or punish commuters?',
      ['pay for repairs', 'punish commuters'],
    ],
    [
      'a passive after its subject',
      'Should barges be banned at night or merely slowed?',
      ['banned at night', 'merely slowed'],
    ],
    ['participles after “has”', 'Has the ferry sped up or got worse?', ['sped up', 'got worse']],
    [
      'a linking verb after a long subject',
      'Does the bridge over the old canal look safe or shaky?',
      ['safe', 'shaky'],
    ],
    [
      'a question of its own, of somebody else',
      'Should the lock stay shut or should boaters pay for it?',
      ['stay shut', 'boaters should pay for it'],
    ],
    [
      'a comparison beside a noun',
      'Do you want more ferries or cheaper fares?',
      ['more ferries', 'cheaper fares'],
    ],
    ['comparisons', 'Would a second bridge make the port richer or just louder?', ['richer', 'just louder']],
    ['what a thing is said to be', 'Would you describe the crossing as calm or rough?', ['calm', 'rough']],
    [
      'forms that go on',
      'Is the port dredging the channel or ignoring it?',
      ['dredging the channel', 'ignoring it'],
    ],
    ['a thing and its state', 'Would you buy it restored or wrecked?', ['restored', 'wrecked']],
    [
      'verbs before comparisons',
      'Should ferries leave earlier or stop later?',
      ['leave earlier', 'stop later'],
    ],
    ['verbs of three readers', 'Do you row, sail or take the ferry?', ['row', 'sail', 'take the ferry']],
  ])('%s: %s', (_, question, options) => expect(sortOf(question, 'en')).toEqual({ kind: 'choice', options }))
})
