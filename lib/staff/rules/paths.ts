import { ownPath } from '../../platform/http/safe-path'
import { allows, type Role } from './roles'

export const SIGN_IN = '/connexion'
export const TEAM = '/administration'
export const ACCOUNT = '/administration/compte'
export const DESK = '/redaction'
export const MODERATION = '/moderation'
/** Where a second factor is set up: with ACCOUNT the only page open to who lacks one that is required. */
export const SECOND_FACTOR = `${ACCOUNT}/second-facteur`
/** Where an editor makes tokens for programs. */
export const TOKENS = `${ACCOUNT}/jetons`
/** Where a member of staff lands who asked for nothing in particular. */
export const homeOf = (role: Role) => (allows(role, 'editor') ? DESK : MODERATION)

/** The header in which proxy.ts tells a page its own address. */
export const PATH_HEADER = 'x-avis-path'

/**
 * `path` when it leads to a page of this site (ownPath), else undefined. The API is no page, and the sign-in page would
 * be a circle.
 */
export function safePath(path: string | null | undefined): string | undefined {
  const own = ownPath(path)
  return own && !/^\/(?:api|connexion)(?:[/?]|$)/.test(own) ? own : undefined
}

/** The sign-in page, remembering where to go on. */
export function signInPath(from: string | null | undefined): string {
  const to = safePath(from)
  return to ? `${SIGN_IN}?${new URLSearchParams({ vers: to })}` : SIGN_IN
}
