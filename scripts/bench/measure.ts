import type { Stage } from './environment'
import type { LoadOrder, LoadReport } from './load-order'
import { processorSeconds } from './proc'
import { load, type Server } from './processes'
import { withClient } from './tables'

export type Measured = Omit<LoadReport, 'receipts' | 'cookies' | 'answered' | 'failed'> & {
  /** Processor time for one request, in microseconds: of the server, of PostgreSQL. */
  serverMicroseconds: number | undefined
  postgresMicroseconds: number | undefined
}

export type Subject = { server: Server; order: Omit<LoadOrder, 'port' | 'connections' | 'seconds'> }

/** Loads one subject. Throws when anything was refused: a benchmark of refusals is meaningless. */
export async function measure(
  { postgres, url }: Pick<Stage, 'postgres' | 'url'>,
  { server, order }: Subject,
  connections: number,
  seconds: number,
): Promise<{ run: Measured; receipts: string[]; cookies: string[]; answered: number }> {
  // The flush of earlier writes is not this run's work.
  await withClient(url, (client) => client.query('CHECKPOINT'))
  const spent = () => [processorSeconds(server.pid), processorSeconds(postgres)]
  const before = spent()
  const { answered, failed, receipts, cookies, ...report } = await load({
    ...order,
    port: server.port,
    connections,
    seconds,
  })
  if (failed) throw new Error(`${failed} of ${answered} requests to ${order.path} failed`)
  const [serverMicroseconds, postgresMicroseconds] = spent().map((after, index) => {
    const then = before[index]
    return after === undefined || then === undefined ? undefined : ((after - then) * 1e6) / answered
  })
  return { run: { ...report, serverMicroseconds, postgresMicroseconds }, receipts, cookies, answered }
}
