/**
 * The settings on which Avis relies in every session, whatever the server, the role or the address set. The adapter
 * reads timestamps as ISO text in UTC.
 */
const SESSION = { timezone: 'UTC', datestyle: 'ISO' }

/** Parameters of an address with which pg would replace the limits and the protocol that the code asks for. */
const OURS = [
  'options',
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'query_timeout',
  'client_encoding',
  'replication',
  'binary',
]

/**
 * Matches the parameters that libpq reads from an address, those of TLS included. It refuses an address with any other.
 */
const LIBPQ =
  /^(?:ssl\w*|host|hostaddr|port|user|password|passfile|options|connect_timeout|keepalives\w*|tcp_user_timeout|target_session_attrs|load_balance_hosts|channel_binding|require_auth|gss\w*|krb\w+|application_name)$/

/** Keeps only the wanted parameters. Spaces become %20, as libpq reads them, not the + that URL writes. */
function keep(url: URL, wanted: (name: string) => boolean) {
  url.search = [...url.searchParams]
    .filter(([name]) => wanted(name))
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&')
}

const escaped = (value: string) => value.replace(/[\\\s]/g, '\\$&')

/**
 * Builds a connection's configuration from an address and settings (names and values of PostgreSQL's). pg lets
 * `options` of the address replace those of the code. Here the address's options come first and ours last, because the
 * server uses the last of two. PGOPTIONS applies where the address has no options, as in libpq.
 */
export function sessionAt(
  address: string,
  settings: Record<string, string | number> = {},
): { connectionString: string; options: string } {
  const url = new URL(address)
  const theirs = url.searchParams.get('options') ?? process.env.PGOPTIONS ?? ''
  keep(url, (name) => !OURS.includes(name))
  const ours = Object.entries({ ...SESSION, ...settings }).map(
    ([name, value]) => `-c ${name}=${escaped(String(value))}`,
  )
  return { connectionString: url.href, options: [theirs.trim(), ...ours].filter(Boolean).join(' ') }
}

/** Matches the names of UTC. */
const UTC = /^(?:Etc\/)?(?:UTC|UCT|Zulu|Universal)$/i

/**
 * Returns one sentence if a session that asked for UTC is in another zone. That happens where a pooler drops the
 * options that a connection asks for. Every time read and shown would then be wrong.
 */
export const wrongZone = (zone: string): string | undefined =>
  UTC.test(zone)
    ? undefined
    : `The database answers in the time zone ${zone}, though UTC was asked for: a pooler in between drops the ` +
      "connection's options. Let it pass them on, or run ALTER ROLE … SET timezone TO 'UTC' for the role of DATABASE_URL."

/** Returns the address without the parameters that libpq, and so PostgreSQL's own tools, would refuse. */
export function addressForTools(address: string): string {
  const url = new URL(address)
  keep(url, (name) => LIBPQ.test(name))
  return url.href
}
