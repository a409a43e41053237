import type { Client } from 'pg'

/** The settings of a session that decide how COPY writes and reads values. */
export type Style = {
  timezone: string
  datestyle: string
  intervalstyle: string
  bytea_output: string
  extra_float_digits: string
  lc_monetary: string
}

/** The one style of every backup, wherever its server is and whatever its defaults are. */
export const CANONICAL: Style = {
  timezone: 'UTC',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  lc_monetary: 'C',
}

/** Sets the session of `client` to a style; in a transaction that is rolled back, only until then. */
export async function setStyle(client: Client, style: Style): Promise<void> {
  const entries = Object.entries(style)
  await client.query(
    `SELECT ${entries.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, false)`).join(', ')}`,
    entries.flat(),
  )
}
