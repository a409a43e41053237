import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** Tries between two progress messages: often enough to move, seldom enough to cost nothing. */
const TOLD_EVERY = 25

/** Solves the received challenge. Posts the number of tries so far, then the solution or null. */
addEventListener('message', async ({ data: challenge }: MessageEvent<Challenge>) => {
  let tries = 0
  const solution = await solveChallenge({
    challenge,
    deriveKey: (...given) => {
      if (++tries % TOLD_EVERY === 0) postMessage({ tries })
      return deriveKey(...given)
    },
  })
  postMessage({ solution })
})
