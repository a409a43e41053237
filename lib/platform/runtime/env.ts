import { z } from 'zod'
import { oncePerProcess } from './per-process'
import { timeZoneSetting } from './time-zone'

/** Minimum characters of a signing secret: a shorter one could be guessed from a signed cookie. */
const SECRET_LENGTH = 32
/** Limits the previous secrets: each one is tried on every cookie that the earlier ones did not sign. */
const MAX_SECRETS = 5

/** Origins of sites, separated by spaces. */
const origins = z
  .string()
  .transform((given) => given.split(/\s+/).filter(Boolean))
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((given) => new URL(given).origin)))
  .default([])

const settings = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    AVIS_SECRET: z.string().min(SECRET_LENGTH),
    /** Previous secrets, separated by spaces: still accepted, but they sign nothing new. */
    AVIS_SECRETS_BEFORE: z
      .string()
      .transform((given) => given.split(/\s+/).filter(Boolean))
      .pipe(z.array(z.string().min(SECRET_LENGTH)).max(MAX_SECRETS))
      .default([]),
    /** The address readers use behind a proxy: decides Secure cookies and absolute links. */
    AVIS_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    /** The sites that may show a consultation in a frame, as origins separated by spaces. */
    AVIS_EMBED_ORIGINS: origins,
    /** Proxies in front of Avis; each adds one address to X-Forwarded-For. Further entries are not trusted. */
    AVIS_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    /** Ballots a second, per consultation and process, above which browsers must do proof of work. */
    AVIS_VOTES_PER_SECOND: z.coerce.number().int().min(1).max(1_000_000).default(1_000),
    /** New ballots between two public figures of an open consultation; 1 shows every ballot at once. */
    AVIS_RESULTS_BATCH: z.coerce.number().int().min(1).max(100).default(5),
    /** Single sign-on for staff (OIDC): all three or none. */
    AVIS_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    AVIS_OIDC_CLIENT_ID: z.string().optional(),
    AVIS_OIDC_CLIENT_SECRET: z.string().optional(),
    /** The newsroom's own comment check, and the key that signs requests to it: both or neither. */
    AVIS_HOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
    AVIS_HOOK_SECRET: z.string().min(SECRET_LENGTH).optional(),
    /** The ports from which articles and feeds may be fetched, separated by spaces. */
    AVIS_FETCH_PORTS: z
      .string()
      .default('80 443')
      .transform((given) => given.split(/\s+/).filter(Boolean).map(Number))
      .pipe(z.array(z.int().min(1).max(65_535)).min(1)),
    /** The newsroom's time zone: each day and clock time that is shown, typed or grouped is in it. */
    AVIS_TIME_ZONE: timeZoneSetting,
    /** The newsroom's own sites, as origins separated by spaces: read on private addresses and on any port. */
    AVIS_FETCH_ORIGINS: origins,
    /** The data folder beside the database; it holds exported files too. */
    AVIS_DATA: z.string().default('.data'),
    /** Database connections per process. */
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
    /** Seconds that a start waits for an unreachable database. */
    DATABASE_WAIT: z.coerce.number().int().min(0).max(3600).default(60),
    /** Query timeout in seconds, so that no query holds a connection forever. */
    DATABASE_TIMEOUT: z.coerce.number().int().min(1).max(3600).default(10),
    /** The publisher responsible for readers' data, and the address to write to: shown at /vie-privee. */
    AVIS_PUBLISHER: z.string().max(200).optional(),
    AVIS_CONTACT: z.string().max(200).optional(),
    /** The bearer token of /metrics and /readyz?deep; without it neither is served. */
    AVIS_METRICS_TOKEN: z.string().min(SECRET_LENGTH).optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** Mail server and sender; without them one-time links are passed on by hand. */
    AVIS_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    AVIS_MAIL_FROM: z.string().optional(),
  })
  .superRefine((given, context) => {
    const together = [
      ['AVIS_SMTP_URL', 'AVIS_MAIL_FROM'],
      ['AVIS_HOOK_URL', 'AVIS_HOOK_SECRET'],
    ] as const
    for (const [one, other] of together)
      for (const [there, missing] of [
        [one, other],
        [other, one],
      ] as const)
        if (given[there] && !given[missing])
          context.addIssue({ code: 'custom', path: [missing], message: `needed with ${there}` })
    // A link in a mail goes to another person, so its address cannot come from the claims of one request.
    if (given.AVIS_SMTP_URL && !given.AVIS_ORIGIN)
      context.addIssue({ code: 'custom', path: ['AVIS_ORIGIN'], message: 'needed with AVIS_SMTP_URL' })
  })

/** The checked settings of the process. */
export type Settings = z.infer<typeof settings>

/** Returns the settings of `source`, or what is wrong: by name, never by value. An empty setting counts as unset. */
export function settingsOf(
  source: Record<string, string | undefined>,
): { ok: true; settings: Settings } | { ok: false; why: string } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (parsed.success) return { ok: true, settings: parsed.data }
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return { ok: false, why: `Settings (see .env.example): ${wrong.join('; ')}` }
}

/** Returns the process's settings, checked once. Throws with the name of each wrong variable. */
export function env(): Settings {
  return oncePerProcess('env', () => {
    const checked = settingsOf(process.env)
    if (checked.ok) return checked.settings
    throw new Error(checked.why)
  })
}
