import { isbot } from 'isbot'

/** The header in which a browser says that it fetches a page ahead of a reader who may never open it. */
export const AHEAD_HEADER = 'sec-purpose'

/**
 * Whether a request for a page is somebody who opens it, as far as its headers say: not a robot that names itself
 * (what does not name itself at all is no browser), and no page fetched ahead.
 */
export function isPageView(header: (name: string) => string | null | undefined): boolean {
  const agent = header('user-agent')
  return Boolean(agent) && !isbot(agent) && !header(AHEAD_HEADER)?.includes('prefetch')
}
