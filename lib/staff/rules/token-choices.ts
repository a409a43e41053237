/** The lowest role that may have tokens. */
export const TOKEN_ROLE = 'editor'
/** The purposes for which a token may be created; each needs one role (lib/staff/http/gate.ts checks both). */
export const SCOPES = ['exports:read', 'exports:write', 'results:read'] as const
/** One purpose of a token. */
export type Scope = (typeof SCOPES)[number]

/** Days after which a token expires. A year is long for a secret that lies in some script. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const
/** Maximum characters of a token's name. */
export const TOKEN_NAME_LENGTH = 80
/** Limits the tokens of one editor: no person tells more of their own programs apart. */
export const MAX_TOKENS = 20
