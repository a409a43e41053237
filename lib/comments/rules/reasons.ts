/**
 * Why a comment may be rejected: the charter's closed list, in the charter's order. The position is also the digit that
 * chooses a reason at the desk. Each maps to two fields of the EU Digital Services Act's statement of reasons. One is
 * its category in the Transparency Database (schema of July 2025). The other tells whether the ground is the law or the
 * charter (article 17, 3 d and e).
 */
export const REASONS = {
  off_topic: { category: 'OTHER_VIOLATION_TC', ground: 'charter' },
  insult: { category: 'ILLEGAL_OR_HARMFUL_SPEECH', ground: 'charter' },
  hate: { category: 'ILLEGAL_OR_HARMFUL_SPEECH', ground: 'charter' },
  violence: { category: 'VIOLENCE', ground: 'charter' },
  privacy: { category: 'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS', ground: 'charter' },
  advertising: { category: 'OTHER_VIOLATION_TC', ground: 'charter' },
  illegal: { category: 'ILLEGAL_OR_HARMFUL_SPEECH', ground: 'law' },
  unreadable: { category: 'OTHER_VIOLATION_TC', ground: 'charter' },
} as const satisfies Record<string, { category: string; ground: 'charter' | 'law' }>

export type Reason = keyof typeof REASONS

/** A breach of the charter; for an illegal text the law must be named too. */
export type CharterReason = Exclude<Reason, 'illegal'>

/** The ground of a rejection. A person, a list or the hook chooses it each time: there is no default. */
export type Ground = { reason: CharterReason; law?: undefined } | { reason: 'illegal'; law: string }

export const REASON_CODES = Object.keys(REASONS) as [Reason, ...Reason[]]

/** Returns whether `code` is one of the charter's reasons. */
export const isReason = (code: unknown): code is Reason =>
  typeof code === 'string' && Object.hasOwn(REASONS, code)

export const CHARTER_REASONS = REASON_CODES.filter((code): code is CharterReason => code !== 'illegal')

/** Not a reason to reject: marks a held comment that a moderator passed on to a colleague. */
export const ESCALATED = 'escalated'

/** The reasons of a reader's flag; a notice of illegal content has `illegal`, with the law and the facts. */
export const FLAG_REASONS = ['insult', 'hate', 'privacy', 'advertising', 'off_topic'] as const
