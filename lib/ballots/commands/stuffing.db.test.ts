import { describe, expect, it, vi } from 'vitest'
import { courseAndRecount, tallyAndRecount } from '@/scripts/testing/recount'
import { storedMember } from '@/scripts/testing/staff'
import { storedSurvey } from '@/scripts/testing/surveys'
import {
  chanceOf,
  honestDay,
  naturalSeconds,
  opinion,
  type Sent,
  setAsideOf,
  storeStream,
} from '@/scripts/testing/synthetic-ballots'
import { extent } from '@/scripts/testing/test-size'
import { db } from '../../platform/db/client'
import type { Moderator } from '../../staff/rules/roles'
import type { SurveyRecord } from '../../surveys/queries/public'
import { inspectSurvey } from './inspect'
import { decideQuarantine } from './quarantine'

/** Tens of thousands of rows take seconds on an idle machine, minutes on a busy one. */
vi.setConfig({ testTimeout: 300_000 })

const HOURS = 20
/** The factor by which `npm test` shrinks every crowd and every run. */
const SMALLER = extent(5, 1)
const HONEST = 20_000 / SMALLER
const RUN = 5_000 / SMALLER
/** The size of a comparison crowd in tests that expect no finding. */
const FEWER = 6_000 / SMALLER
const DAY = HOURS * 3600
/** The noon of that day, in seconds. */
const NOON = 10 * 3600
const STUFFER = 9_999_999
const CROWD = { seconds: DAY, networks: Math.floor(8_000 / SMALLER) }
const since = new Date(Date.now() - (HOURS + 1) * 3600_000)

const stuffed = (size: number, make: (n: number) => Omit<Sent, 'network' | 'stuffed'>): Sent[] =>
  Array.from({ length: size }, (_, n) => ({ ...make(n), network: STUFFER, stuffed: true }))

async function stream(seed: number, more: (chance: () => number) => Sent[], size = HONEST) {
  const survey = await storedSurvey({ opensAt: since })
  const chance = chanceOf(seed)
  await storeStream(survey, [...honestDay(chance, { size, ...CROWD }), ...more(chance)], since)
  return survey
}

const proposals = ({ id }: SurveyRecord) =>
  db().quarantine.findMany({ where: { surveyId: id }, orderBy: { id: 'asc' } })

async function acceptAll(survey: SurveyRecord, moderator: Moderator) {
  for (const { id } of await proposals(survey)) {
    const done = await decideQuarantine(moderator, id, 'set_aside', 'essai')
    expect(done).toEqual({ ok: true, value: null })
  }
}

const moderatorOf = async () => (await storedMember('moderator')) as Moderator

const STUFFERS: [string, string, (chance: () => number) => Sent[]][] = [
  [
    'one answer, posted by a program, thousands of times in two minutes',
    'token',
    (chance) => stuffed(RUN, () => ({ at: NOON + 120 * chance(), choices: [1, 1, 1, 4] })),
  ],
  [
    'through the form, but in a second',
    'speed',
    (chance) => stuffed(RUN, () => ({ at: NOON + 120 * chance(), seconds: 1, choices: opinion(chance) })),
  ],
  [
    'through the form, waiting eight seconds each time',
    'timing',
    (chance) => stuffed(RUN, () => ({ at: NOON + 120 * chance(), seconds: 8, choices: opinion(chance) })),
  ],
  [
    'with the timing of readers, one answer',
    'pattern',
    (chance) =>
      stuffed(RUN, () => ({
        at: NOON + 120 * chance(),
        seconds: naturalSeconds(chance),
        choices: [1, 1, 2, 4],
      })),
  ],
  [
    'with the timing and the answers of readers',
    'burst',
    (chance) =>
      stuffed(RUN, () => ({
        at: NOON + 120 * chance(),
        seconds: naturalSeconds(chance),
        choices: opinion(chance),
      })),
  ],
  [
    'slowly, every twenty seconds or so through half a day, with the timing and the answers of readers',
    'cadence',
    (chance) =>
      stuffed(1800, (n) => ({
        at: 3600 + 20 * (n + 0.8 * (chance() - 0.5)),
        seconds: naturalSeconds(chance),
        choices: opinion(chance),
      })),
  ],
]

describe('a stuffing run among honest ballots', () => {
  it.each(STUFFERS)('%s, is set aside, and undone to the exact same tally', async (_, rule, make) => {
    const survey = await stream(7, make)
    const { tally: before } = await tallyAndRecount(survey.id)
    const all = (await db().ballot.count({ where: { surveyId: survey.id } })) - HONEST
    await inspectSurvey(survey.id)
    const found = await proposals(survey)
    expect(found.map((one) => one.rule)).toContain(rule)
    expect(await setAsideOf(survey.id)).toEqual({ honest: 0, stuffed: 0 })
    expect((await tallyAndRecount(survey.id)).tally).toEqual(before)

    const moderator = await moderatorOf()
    await acceptAll(survey, moderator)
    const aside = await setAsideOf(survey.id)
    expect(aside.stuffed).toBeGreaterThan(all * 0.95)
    expect(aside.honest).toBeLessThan(HONEST * 0.01)
    const during = await tallyAndRecount(survey.id)
    expect(during.tally).toEqual(during.recount)
    expect(during.ballots).toBe(HONEST + all - aside.honest - aside.stuffed)
    const course = await courseAndRecount(survey.id)
    expect(course.course).toEqual(course.recount)

    for (const { id } of await proposals(survey)) await decideQuarantine(moderator, id, 'lifted')
    const after = await tallyAndRecount(survey.id)
    expect(after.tally).toEqual(before)
    expect(after.recount).toEqual(before)
    // Another inspection does not ask again about what a person has decided.
    expect(await inspectSurvey(survey.id)).toEqual([])
  })

  it('of two thousand networks is found by what its ballots lack', async () => {
    const survey = await stream(11, (chance) =>
      stuffed(3000, () => ({ at: NOON + 300 * chance(), choices: [1, 1, 1, 4] })).map((one, n) => ({
        ...one,
        network: 5_000_000 + (n % 2000),
      })),
    )
    await inspectSurvey(survey.id)
    await acceptAll(survey, await moderatorOf())
    const aside = await setAsideOf(survey.id)
    expect(aside.stuffed).toBeGreaterThan(3000 * 0.95)
    expect(aside.honest).toBeLessThan(HONEST * 0.01)
  })
})

describe('a stuffing run of one IPv6 /48', () => {
  const ofSite = (links: number) => (chance: () => number) =>
    stuffed(2400, (n) => ({
      at: NOON + 600 * chance(),
      seconds: naturalSeconds(chance),
      choices: [1, 1, 2, 4],
      link: n % links,
    }))
  it.each([
    ['one link', 1],
    ['80 links of one /56, no more than 30 ballots each', 80],
    ['2,400 links of ten /56, one ballot each', 2_400],
    ['600 links of three /56', 600],
  ])('is found in %s, and nobody else with it', async (_, links) => {
    const survey = await stream(
      5,
      (chance) => [
        ...ofSite(links)(chance),
        // Customers of the same provider, each with a /56 or a link.
        ...Array.from({ length: 400 }, (_each, n) => ({
          at: DAY * chance(),
          network: 5_555_555,
          link: n * 100,
          seconds: naturalSeconds(chance),
          choices: opinion(chance),
        })),
      ],
      FEWER,
    )
    await inspectSurvey(survey.id)
    await acceptAll(survey, await moderatorOf())
    const aside = await setAsideOf(survey.id)
    expect(aside.stuffed).toBeGreaterThan(2400 * 0.95)
    expect(aside.honest).toBeLessThan(FEWER * 0.01)
  })
})

describe('nothing is proposed', () => {
  const crowds: [string, (chance: () => number) => Sent[]][] = [
    ['of readers through a day', () => []],
    [
      'of a class behind one address that answers in the same lesson',
      (chance) =>
        Array.from({ length: 32 }, () => ({
          at: NOON + 180 * chance(),
          network: STUFFER,
          seconds: naturalSeconds(chance),
          choices: opinion(chance),
        })),
    ],
    [
      'of a school of a thousand that answers within an hour, and mostly alike',
      (chance) =>
        Array.from({ length: 1000 }, () => ({
          at: NOON + 3600 * chance(),
          network: STUFFER,
          seconds: naturalSeconds(chance),
          choices: chance() < 0.5 ? [0, 1, 1, 4] : opinion(chance),
        })),
    ],
    [
      'of a lecture hall of four hundred that answers at once',
      (chance) =>
        Array.from({ length: 400 }, () => ({
          at: NOON + 90 * chance(),
          network: STUFFER,
          seconds: naturalSeconds(chance),
          choices: opinion(chance),
        })),
    ],
    [
      'of the burst that a push message makes',
      (chance) =>
        Array.from({ length: 6000 }, () => ({
          at: NOON + 600 * chance() ** 2,
          network: Math.floor(8_000 * chance() ** 3),
          seconds: naturalSeconds(chance),
          choices: opinion(chance),
        })),
    ],
  ]
  it.each(crowds)('%s', async (_, make) => {
    const survey = await stream(3, make, FEWER)
    expect(await inspectSurvey(survey.id)).toEqual([])
    expect(await proposals(survey)).toEqual([])
  })
})
