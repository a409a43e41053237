import type { Check } from '../check-input'

/** A moderator muted this reader in this survey: what they write waits apart. */
export const muted: Check = ({ reader }) => (reader.muted ? [{ rule: 'muted', effect: 'hold' }] : [])
