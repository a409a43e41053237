import { ownPath } from '../../platform/http/safe-path'
import { allows, type Role } from './roles'

/** The page on which staff sign in. */
export const SIGN_IN = '/connexion'
/** The page on which admins manage staff. */
export const TEAM = '/administration'
/** The page of a member's own account. */
export const ACCOUNT = '/administration/compte'
/** The first page of editors. */
export const DESK = '/redaction'
/** The first page of moderators. */
export const MODERATION = '/moderation'
/**
 * The page that sets up a second factor. With ACCOUNT it is the only page open to a member whose required factor is
 * missing.
 */
export const SECOND_FACTOR = `${ACCOUNT}/second-facteur`
/** The page on which an editor creates tokens for programs. */
export const TOKENS = `${ACCOUNT}/jetons`
/** Returns the page to which a sign-in leads when none was requested. */
export const homeOf = (role: Role) => (allows(role, 'editor') ? DESK : MODERATION)

/** The header in which proxy.ts passes a page its own address. */
export const PATH_HEADER = 'x-avis-path'

/**
 * Returns `path` when it leads to a page of this site (ownPath), else undefined. The API is no page, and the sign-in
 * page would be a cycle.
 */
export function safePath(path: string | null | undefined): string | undefined {
  const own = ownPath(path)
  return own && !/^\/(?:api|connexion)(?:[/?]|$)/.test(own) ? own : undefined
}

/** Returns the path of the sign-in page, with the page to return to. */
export function signInPath(from: string | null | undefined): string {
  const to = safePath(from)
  return to ? `${SIGN_IN}?${new URLSearchParams({ vers: to })}` : SIGN_IN
}
