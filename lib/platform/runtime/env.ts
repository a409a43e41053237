import { z } from 'zod'
import { oncePerProcess } from './per-process'

/** A signing secret shorter than this could be guessed from a signed cookie. */
const SECRET_LENGTH = 32
/** Each costs a look at every cookie that none before it signed. */
const MOST_SECRETS = 5

const settings = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    AVIS_SECRET: z.string().min(SECRET_LENGTH),
    /** Secrets that signed before, with spaces between: what they signed still holds, and nothing new is signed by them. */
    AVIS_SECRETS_BEFORE: z
      .string()
      .transform((given) => given.split(/\s+/).filter(Boolean))
      .pipe(z.array(z.string().min(SECRET_LENGTH)).max(MOST_SECRETS))
      .default([]),
    /** The address readers use, when a proxy stands in front: decides Secure cookies and absolute links. */
    AVIS_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    /** The sites that may show a consultation in a frame of theirs, as origins with spaces between. */
    AVIS_EMBED_ORIGINS: z
      .string()
      .transform((given) => given.split(/\s+/).filter(Boolean))
      .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((given) => new URL(given).origin)))
      .default([]),
    /** Proxies in front of Avis, each of which adds one address to X-Forwarded-For. What more there is, is not believed. */
    AVIS_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
    /** Ballots a second in one consultation, of one process, from where on each costs its reader's device some work. */
    AVIS_VOTES_PER_SECOND: z.coerce.number().int().min(1).max(1_000_000).default(1_000),
    /** New ballots between two public states of an open consultation's figures; 1 shows every ballot at once. */
    AVIS_RESULTS_BATCH: z.coerce.number().int().min(1).max(100).default(5),
    /** A sign-in of the house for staff: all three or none. */
    AVIS_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    AVIS_OIDC_CLIENT_ID: z.string().optional(),
    AVIS_OIDC_CLIENT_SECRET: z.string().optional(),
    /** The newsroom's own check of readers' comments, and the key its requests are signed with: both or neither. */
    AVIS_HOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
    AVIS_HOOK_SECRET: z.string().min(SECRET_LENGTH).optional(),
    /** The ports of other sites that articles and feeds are fetched from, with spaces between. */
    AVIS_FETCH_PORTS: z
      .string()
      .default('80 443')
      .transform((given) => given.split(/\s+/).filter(Boolean).map(Number))
      .pipe(z.array(z.int().min(1).max(65_535)).min(1)),
    /** The folder of what is kept beside the database; exported files are in it. */
    AVIS_DATA: z.string().default('.data'),
    /** Connections to the database that one process may hold. */
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
    /** Seconds that a start waits for a database that is not there yet. */
    DATABASE_WAIT: z.coerce.number().int().min(0).max(3600).default(60),
    /** Seconds: no query of ours takes this long on purpose; one that does must not hold a connection for ever. */
    DATABASE_TIMEOUT: z.coerce.number().int().min(1).max(3600).default(10),
    /** Who answers for what is kept of readers, and where to write to them: shown at /vie-privee. */
    AVIS_PUBLISHER: z.string().max(200).optional(),
    AVIS_CONTACT: z.string().max(200).optional(),
    /** What /metrics and /readyz?deep ask for as bearer token; without it nobody gets them. */
    AVIS_METRICS_TOKEN: z.string().min(SECRET_LENGTH).optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** Where mail is handed over, and who it is from; without them one-time links are passed on by hand. */
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
    // A link in a mail goes to somebody else: its address cannot be what one request said of itself.
    if (given.AVIS_SMTP_URL && !given.AVIS_ORIGIN)
      context.addIssue({ code: 'custom', path: ['AVIS_ORIGIN'], message: 'needed with AVIS_SMTP_URL' })
  })

export type Settings = z.infer<typeof settings>

/** The settings of `source`, or what is wrong with them by name, never by value. An empty one counts as unset. */
export function settingsOf(
  source: Record<string, string | undefined>,
): { ok: true; settings: Settings } | { ok: false; why: string } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (parsed.success) return { ok: true, settings: parsed.data }
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return { ok: false, why: `Settings (see .env.example): ${wrong.join('; ')}` }
}

/** The process's settings, checked once. Throws with the name of each wrong variable. */
export function env(): Settings {
  return oncePerProcess('env', () => {
    const checked = settingsOf(process.env)
    if (checked.ok) return checked.settings
    throw new Error(checked.why)
  })
}
