import { z } from 'zod'
import type { FieldProblem } from '../platform/http/problem-codes'
import { readColour } from './rules/colour'

/**
 * Maximum characters of the site's name. It stands in a masthead, in a tab and before a subject, all of which truncate
 * longer ones.
 */
export const NAME_LENGTH = 60

/** Matches what a name on one line may not contain: line breaks, and invisible characters that change its direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

const name = z
  .string()
  .trim()
  .max(NAME_LENGTH)
  .refine((text) => !UNSEEN.test(text))

/** The schema of a colour as typed; an empty one means Avis's own. */
const colour = z.string().transform((typed, context) => {
  if (!typed.trim()) return null
  const read = readColour(typed)
  if (!read) context.addIssue({ code: 'custom' })
  return read ?? z.NEVER
})

/** What an admin chooses of the appearance besides the logo. An empty field means Avis's own. */
export const appearanceInput = z.object({ name, accent: colour, accentDark: colour })
/** The checked choice of an admin. */
export type AppearanceInput = z.infer<typeof appearanceInput>

type Typed = Record<'name' | 'accent' | 'accentDark', string>

/** Returns what is wrong with what was typed, each beside its field. */
export const appearanceFaults = ({ issues }: z.ZodError, { name: typed }: Typed): FieldProblem[] =>
  issues.map(({ path: [field], code }) => {
    const beside = { path: [String(field)], field: String(field) }
    if (field !== 'name') return { ...beside, code: 'colour_wrong' }
    if (code !== 'too_big') return { ...beside, code: 'name_unseen' }
    return { ...beside, code: 'text_too_long', values: { max: NAME_LENGTH, length: typed.trim().length } }
  })
