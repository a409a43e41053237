import type { Phrase } from './phrase'

/** «à l'État ou aux régions de payer»: what is to be done is said once, after the last one charged with it. */
export const CHARGED =
  / (?:de |d'|to )(?=[a-z']{2,}(?:er|ir|re|oir)\b|(?:[a-z]+ )(?:the|for|a|an|it|this)\b|(?:pay|decide|act|choose)\b).*$/
const CHARGES = /^(?:a |au |aux |up to |to |for |le (?:role|devoir|travail) |celui )/
export const sameCharge = (before: Phrase, last: Phrase) =>
  CHARGES.test(before.plain) && CHARGES.test(last.plain)
