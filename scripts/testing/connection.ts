import { Client } from 'pg'

/** Runs `work` on a connection of its own to the database of `address`, and closes it. */
export async function on<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address })
  // A server that is killed meanwhile fails the query; the connection's own event needs no other handler.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs one statement on the database of `address`, and returns its rows. */
export const ask = (address: string, sql: string): Promise<Record<string, unknown>[]> =>
  on(address, async (client) => (await client.query(sql)).rows)
