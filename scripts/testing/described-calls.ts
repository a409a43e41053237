/** Calls of the API, each answer of which is checked against the document that describes it. */
import { expect } from 'vitest'
import { ApiDocument, type Described } from './openapi-document'
import { type Call, goodCalls } from './valid-calls'

export type DescribedCalls = Awaited<ReturnType<typeof describedCalls>>

/** Reads the document and prepares a valid call of each route. `seen` holds the routes and statuses met so far. */
export async function describedCalls() {
  const document = await ApiDocument.read()
  const calls: Record<string, Call> = await goodCalls()
  const seen = new Set<string>()

  /** Sends a call, checks the answer against the document, and notes the status. */
  async function ask(
    operation: Described,
    { client, params = {}, query = '', sent }: Call,
    more: object = {},
  ) {
    const at = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => params[name] ?? '')
    const answer = await client.send(`${at}${query}`, { method: operation.method, ...sent, ...more })
    const { status } = answer
    const faults = (await document.faultsOf(operation, answer)).map((fault) => `${operation.route}: ${fault}`)
    expect(faults).toEqual([])
    seen.add(`${operation.route} ${status}`)
    return status
  }
  const operationOf = (route: string) => {
    const found = document.operations.find((one) => one.route === route)
    if (!found) throw new Error(`${route} is not described`)
    return found
  }
  return {
    document,
    calls,
    seen,
    ask,
    operationOf,
    call: async (route: string, given: Call, more?: object) => ask(operationOf(route), given, more),
    callOf: ({ route }: Described): Call => {
      const found = calls[route]
      if (!found) throw new Error(`nobody calls ${route}`)
      return found
    },
    having: (status: number) => document.operations.filter(({ responses }) => status in responses),
    changing: () => document.operations.filter(({ method }) => method !== 'GET'),
    takingJson: () =>
      document.operations.filter(({ requestBody }) => requestBody?.content['application/json']),
  }
}
