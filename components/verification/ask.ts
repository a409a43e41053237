import type { BallotView } from '@/lib/ballots/schema'
import { readReceipt } from '@/lib/readers/rules/typed-receipt'
import { type Verdict, verifyBallot } from '@/lib/results/rules/verify-ballot'
import type { ChainPage, Results } from '@/lib/results/schema'
import type { SurveyView } from '@/lib/surveys/schema'

/** The result of a check, with what was checked. */
export type Checked = { survey: SurveyView; ballot: BallotView; verdict: Verdict; shown: Results | undefined }

/** A request that the server refused. */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(`answered with ${status}`)
  }
}

async function get<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  })
  if (!response.ok) throw new Refused(response.status)
  return response.json()
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Fetches the present results, or returns nothing while they are hidden. */
async function shownResults(slug: string, init: RequestInit): Promise<Results | undefined> {
  try {
    return await get<Results>(`/surveys/${slug}/results`, init)
  } catch (error) {
    if (error instanceof Refused && error.status === 403) return undefined
    throw error
  }
}

/**
 * Finds the ballot of a receipt and checks it against the chain in this browser. The server only returns what is
 * public, and the ballot itself. Rejects with `Refused` (404: no such receipt), or as fetch does.
 */
export async function checkReceipt(
  typed: string,
  signal: AbortSignal,
  onReach: (seq: number, of: number | undefined) => void,
): Promise<Checked> {
  const code = readReceipt(typed)
  if (!code) throw new Refused(404)
  const { slug } = await get<{ slug: string }>('/receipts', {
    method: 'POST',
    body: JSON.stringify({ code }),
    headers: { 'content-type': 'application/json' },
    signal,
  })
  const [ballot, shown] = await Promise.all([
    get<BallotView>(`/surveys/${slug}/ballot`, { signal }),
    shownResults(slug, { signal }),
  ])
  const survey = await get<SurveyView>(`/surveys/${slug}?version=${ballot.version}`, { signal })
  const verdict = await verifyBallot(
    { receiptHash: await sha256(new TextEncoder().encode(code)), ballot, shown },
    {
      sha256,
      page: (asked, leaves) => {
        const query = new URLSearchParams({
          ...('from' in asked ? asked : { after: String(asked.after) }),
          leaves: leaves ? 'yes' : 'no',
        })
        return get<ChainPage>(`/surveys/${slug}/chain?${query}`, { signal })
      },
      onReach: (seq) => onReach(seq, shown?.seq),
    },
  )
  return { survey, ballot, verdict, shown }
}
