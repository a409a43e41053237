import type { IntegrityCheck } from '../finding'
import { STALE_SECONDS, shareOf } from '../sample'

/** Fewer could be a class that uses a newsroom's app, or a page that stayed open over night. */
const FEWEST = 40
const LEAST_SHARE = 0.2
/** Where many ballots come without a form, as through a newsroom's own app, a missing form says nothing. */
const TIMES_ELSEWHERE = 5

/**
 * Finds ballots that did not come through a form of ours, or came through one rendered hours before. Such ballots come
 * from a program that posts answers, or that uses up pages it collected. A form used twice needs no rule: it is one
 * reader, and one ballot.
 */
export const token: IntegrityCheck = (group, { crowd }) => {
  const stands = (part: number, elsewhere: number) =>
    part >= FEWEST &&
    shareOf(part, group.size) >= Math.max(LEAST_SHARE, TIMES_ELSEWHERE * shareOf(elsewhere, crowd.size))
  if (stands(group.bare, crowd.bare)) {
    const facts = { share: shareOf(group.bare, group.size), elsewhere: shareOf(crowd.bare, crowd.size) }
    return { rule: 'token', facts: { ...facts, stale: 0 }, narrowed: { bare: true } }
  }
  if (!stands(group.stale, crowd.stale)) return undefined
  const facts = { share: shareOf(group.stale, group.size), elsewhere: shareOf(crowd.stale, crowd.size) }
  return { rule: 'token', facts: { ...facts, stale: 1 }, narrowed: { seconds: [STALE_SECONDS] } }
}
