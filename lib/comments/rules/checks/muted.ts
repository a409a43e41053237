import type { Check } from '../check-input'

/** Holds the texts of a reader whom a moderator muted in this survey: they wait apart. */
export const muted: Check = ({ reader }) => (reader.muted ? [{ rule: 'muted', effect: 'hold' }] : [])
