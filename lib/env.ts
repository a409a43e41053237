import { z } from 'zod'
import { oncePerProcess } from './process'

/** A signing secret shorter than this could be guessed from a signed cookie. */
const SECRET_LENGTH = 32

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AVIS_SECRET: z.string().min(SECRET_LENGTH),
  /** The address readers use, when a proxy stands in front: decides Secure cookies and absolute links. */
  AVIS_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Connections to the database that one process may hold. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** The process's settings, checked once. Throws with the name of each wrong variable, never its value. */
export function env() {
  return oncePerProcess('env', () => {
    const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
    const parsed = settings.safeParse(given)
    if (parsed.success) return parsed.data
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Settings (see .env.example): ${wrong.join('; ')}`)
  })
}
