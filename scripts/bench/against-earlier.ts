/** Measures each kind of vote through the front door and through the earlier one, on the same database, in turns. */
import type { SurveyRecord } from '../../lib/surveys/queries/public'
import { checkBallots } from './checks'
import type { Stage } from './environment'
import { type Measured, measure, type Subject } from './measure'
import { inTurns, ratio, type Size, summed, WARM_UP_SECONDS } from './measurements'
import type { Server } from './processes'
import { changes, jsonVotes, realVotes, textVotes } from './requests'

const CONNECTIONS = 64

/** The kinds of vote, by what makes their requests. */
const KINDS = {
  form: realVotes,
  text: textVotes,
  changed: changes,
  json: jsonVotes,
} satisfies Record<string, (server: Server, survey: SurveyRecord, secret: string) => Subject>
export type Kind = keyof typeof KINDS

export type AgainstEarlier = Record<Kind, { now: Measured; earlier: Measured; ratio: number }>

export async function againstEarlier(
  stage: Stage,
  door: Server,
  survey: SurveyRecord,
  { seconds, rounds }: Size,
): Promise<AgainstEarlier | undefined> {
  const earlier = await stage.earlierDoor()
  if (!earlier) return undefined
  const found: Partial<AgainstEarlier> = {}
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const run = (server: Server, length: number) => async () => {
      const { receipts, ...measured } = await measure(
        stage,
        KINDS[kind](server, survey, stage.secret),
        CONNECTIONS,
        length,
      )
      await checkBallots(stage.url, survey, receipts)
      return measured
    }
    for (const server of [door, earlier]) await run(server, WARM_UP_SECONDS)()
    const runs = await inTurns({ now: run(door, seconds), earlier: run(earlier, seconds) }, rounds)
    found[kind] = { ...summed(runs), ratio: ratio(runs, 'now', 'earlier', 'perSecond') }
  }
  await earlier.stop()
  return found as AgainstEarlier
}
