import { z } from 'zod'
import type { FieldProblem } from '../platform/http/problem-codes'
import { readColour } from './rules/colour'

/** What stands in a masthead, in a tab and before a subject; longer ones are cut off in all of these. */
export const NAME_LENGTH = 60

/** Of a name shown in one line: nothing that breaks it, and nothing unseen that turns it around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

const name = z
  .string()
  .trim()
  .max(NAME_LENGTH)
  .refine((text) => !UNSEEN.test(text))

/** A colour as typed; empty for that of the house. */
const colour = z.string().transform((typed, context) => {
  if (!typed.trim()) return null
  const read = readColour(typed)
  if (!read) context.addIssue({ code: 'custom' })
  return read ?? z.NEVER
})

/** What an admin chooses of the house's appearance beside its logo; what is empty is the house's own. */
export const appearanceInput = z.object({ name, accent: colour, accentDark: colour })
export type AppearanceInput = z.infer<typeof appearanceInput>

type Typed = Record<'name' | 'accent' | 'accentDark', string>

/** What is wrong with what was typed, each beside its field. */
export const appearanceFaults = ({ issues }: z.ZodError, { name: typed }: Typed): FieldProblem[] =>
  issues.map(({ path: [field], code }) => {
    const beside = { path: [String(field)], field: String(field) }
    if (field !== 'name') return { ...beside, code: 'colour_wrong' }
    if (code !== 'too_big') return { ...beside, code: 'name_unseen' }
    return { ...beside, code: 'text_too_long', values: { max: NAME_LENGTH, length: typed.trim().length } }
  })
