import type { Phrase } from './phrase'

/** Matches the task, which is stated once, after the last alternative: «à l'État ou aux régions de payer». */
export const CHARGED =
  / (?:de |d'|to )(?=[a-z']{2,}(?:er|ir|re|oir)\b|(?:[a-z]+ )(?:the|for|a|an|it|this)\b|(?:pay|decide|act|choose)\b).*$/
const CHARGES = /^(?:a |au |aux |up to |to |for |le (?:role|devoir|travail) |celui )/
/** Returns whether both alternatives name who is to act. */
export const sameCharge = (before: Phrase, last: Phrase) =>
  CHARGES.test(before.plain) && CHARGES.test(last.plain)
