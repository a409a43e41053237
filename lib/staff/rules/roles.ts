/** The roles, each with the rights of the one before it and more: read comments, run consultations, manage staff. */
export const ROLES = ['moderator', 'editor', 'admin'] as const
/** One of the roles. */
export type Role = (typeof ROLES)[number]

/** The person who owns an account. */
export type Identity = { id: number; name: string; email: string; role: Role }

declare const belongs: unique symbol
declare const moderates: unique symbol
declare const edits: unique symbol
declare const administers: unique symbol

/**
 * A person proven to hold a role, by type: only the gate (lib/staff/gate.ts) creates one. Every privileged query and
 * command requires one, so a forgotten check does not compile.
 */
export type Moderator = Identity & { readonly [moderates]: true }
export type Editor = Moderator & { readonly [edits]: true }
export type Admin = Editor & { readonly [administers]: true }

/** The person type of a role. */
export type Holder<R extends Role> = { moderator: Moderator; editor: Editor; admin: Admin }[R]

/**
 * A person proven to be signed in, for what is their own. It is no privilege: their required second factor may still be
 * missing.
 */
export type Member = Identity & {
  readonly [belongs]: true
  sessionId: string
  owesSecondFactor: boolean
}

/** Returns whether a person of role `held` may do what requires `asked`. */
export const allows = (held: Role, asked: Role) => ROLES.indexOf(held) >= ROLES.indexOf(asked)
