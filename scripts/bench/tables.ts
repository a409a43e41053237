import pg from 'pg'

/** Runs `work` on a connection to `url`, and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Creates the tables of the references: the smallest that can hold a ballot. */
export const layTables = (url: string) =>
  withClient(url, (client) =>
    client.query(`CREATE SCHEMA bench;
      CREATE TABLE bench.ballot (survey_id int, reader bytea, cells text[] NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (survey_id, reader));
      CREATE TABLE bench.tally (survey_id int, cell text, count int NOT NULL, PRIMARY KEY (survey_id, cell));
      INSERT INTO bench.tally VALUES (3, 'b', 1)`),
  )

/** Ballots that one statement stores. */
const CHUNK = 500_000
const CLIENTS = 2

/** Stores `count` ballots in a survey without requests, with the matching tally: twenty million in minutes. */
export async function fillSurvey(url: string, surveyId: number, optionIds: number[], count: number) {
  let next = 1
  const fill = () =>
    withClient(url, async (client) => {
      await client.query('SET synchronous_commit = off')
      while (next <= count) {
        const from = next
        next += CHUNK
        await client.query(
          `INSERT INTO ballot (survey_id, reader, cells, receipt_hash)
           SELECT $1, decode(lpad(to_hex(n), 32, '0'), 'hex'), ARRAY['b', 'v1', 'o' || ($2::int[])[1 + n % $3]],
             decode(lpad(to_hex(n), 64, '0'), 'hex')
           FROM generate_series($4::int, $5::int) AS n`,
          [surveyId, optionIds, optionIds.length, from, Math.min(next - 1, count)],
        )
      }
    })
  await Promise.all(Array.from({ length: CLIENTS }, fill))
  await withClient(url, async (client) => {
    await client.query(
      `INSERT INTO tally (survey_id, cell, count)
       SELECT $1, cell, count(*) FROM ballot, unnest(cells) AS cell WHERE survey_id = $1 GROUP BY cell`,
      [surveyId],
    )
    await client.query(
      "INSERT INTO tally_head (survey_id, seq, at, chain) VALUES ($1, 1, now(), sha256(''))",
      [surveyId],
    )
    // What PostgreSQL would do of itself meanwhile, at the expense of what is measured.
    await client.query('VACUUM (ANALYZE) ballot')
    await client.query('CHECKPOINT')
  })
}
