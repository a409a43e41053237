import { del, update } from 'idb-keyval'

const KEY = 'avis:attempt'
/** Milliseconds to wait: a browser whose store does not respond must not keep a reader from voting. */
const PATIENCE_MS = 1000

/** Runs `work` on the browser's store; a store that is missing, refuses or does not respond changes nothing. */
async function onStore(work: () => Promise<void>): Promise<void> {
  try {
    await Promise.race([work(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  } catch {
    // Without a store, each tab continues with its own attempt.
  }
}

/**
 * Returns the attempt under way in any tab of this browser, so that two tabs sent at once are one reader. Reads and
 * writes in one transaction: localStorage reaches another tab's process too late for that. Returns `own` where the
 * browser stores nothing; even then retries in this tab are harmless.
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

/** Ends the attempt after a response: the reader has a cookie, and the next first vote is another attempt. */
export const endAttempt = () => onStore(() => del(KEY))
