import { del, update } from 'idb-keyval'

const KEY = 'avis:attempt'
/** A browser whose store does not answer must not keep a reader from voting. */
const PATIENCE_MS = 1000

/** Runs `work` on the browser's store; a store that is missing, refuses or does not answer changes nothing. */
async function onStore(work: () => Promise<void>): Promise<void> {
  try {
    await Promise.race([work(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  } catch {
    // Nothing is kept here: each tab goes on with its own attempt.
  }
}

/**
 * The attempt under way in any tab of this browser, so that two tabs sent at once are one reader.
 * Read and written in one transaction: localStorage reaches another tab's process too late for that.
 * `own` where the browser keeps nothing, which still makes trying again in this tab harmless.
 */
export async function sharedAttempt(own: string): Promise<string> {
  let shared = own
  await onStore(() =>
    update<string>(KEY, (known) => {
      shared = known ?? own
      return shared
    }),
  )
  return shared
}

/** The server answered: the reader has a cookie, and the next first vote is another attempt. */
export const endAttempt = () => onStore(() => del(KEY))
