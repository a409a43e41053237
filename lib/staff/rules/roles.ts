/** What each role may do beyond the one before it: read comments, run consultations, manage staff. */
export const ROLES = ['moderator', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

export type Identity = { id: number; name: string; email: string; role: Role }

declare const belongs: unique symbol
declare const moderates: unique symbol
declare const edits: unique symbol
declare const administers: unique symbol

/**
 * A person known to hold a role, by type: only the gate (lib/staff/gate.ts) makes one, and every privileged
 * query and command takes one, so a forgotten check does not compile.
 */
export type Moderator = Identity & { readonly [moderates]: true }
export type Editor = Moderator & { readonly [edits]: true }
export type Admin = Editor & { readonly [administers]: true }

export type Holder<R extends Role> = { moderator: Moderator; editor: Editor; admin: Admin }[R]

/** A person known to be signed in, for what is their own. No privilege: they may still owe a second factor. */
export type Member = Identity & {
  readonly [belongs]: true
  sessionId: string
  owesSecondFactor: boolean
}

/** Whether someone of role `held` may do what asks for `asked`. */
export const allows = (held: Role, asked: Role) => ROLES.indexOf(held) >= ROLES.indexOf(asked)
