import { isbot } from 'isbot'

/** The header with which a browser marks that it prefetches a page for a reader who may never open it. */
export const AHEAD_HEADER = 'sec-purpose'

/**
 * Returns whether a request for a page comes from a person who opens it, as far as its headers show. It excludes robots
 * that name themselves, requests without a User-Agent (no browser omits it) and prefetched pages.
 */
export function isPageView(header: (name: string) => string | null | undefined): boolean {
  const agent = header('user-agent')
  return Boolean(agent) && !isbot(agent) && !header(AHEAD_HEADER)?.includes('prefetch')
}
