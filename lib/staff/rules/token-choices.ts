/** Who may have tokens: this role and those above. */
export const TOKEN_ROLE = 'editor'
/** What a token may be made for; each is of one role (lib/staff/http/gate.ts asks for both). */
export const SCOPES = ['exports:read', 'exports:write', 'results:read'] as const
export type Scope = (typeof SCOPES)[number]

/** Days after which a token ends by itself. A year is long for a secret that lies in somebody's script. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const
export const TOKEN_NAME_LENGTH = 80
/** Nobody tells more of their own programs apart. */
export const MOST_TOKENS = 20
