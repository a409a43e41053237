import { z } from 'zod'
import type { FieldCode, FieldProblem } from '../errors'
import { ROLES } from './rules/roles'

/** RFC 5321 allows 254 characters. */
const EMAIL_LENGTH = 254
const NAME_LENGTH = 80
/** More than any password that can be chosen, so that a wrong one is refused as wrong, and nothing endless is hashed. */
const TYPED_LENGTH = 1000

const email = z.string().trim().toLowerCase().max(EMAIL_LENGTH).pipe(z.email())

/** What somebody types to sign in. Not checked for form: what is no address is simply nobody's. */
export const signInInput = z.object({
  email: z.string().trim().toLowerCase().max(TYPED_LENGTH).default(''),
  password: z.string().max(TYPED_LENGTH).default(''),
  code: z.string().max(TYPED_LENGTH).default(''),
  ticket: z.string().max(TYPED_LENGTH).default(''),
})
export type SignInInput = z.output<typeof signInInput>

export const memberInput = z.object({
  name: z.string().trim().min(1).max(NAME_LENGTH),
  email,
  role: z.enum(ROLES),
})
export type MemberInput = z.output<typeof memberInput>

export const idInput = z.coerce.number().int().positive()
export const sessionIdInput = z.uuid()
export const roleInput = z.enum(ROLES)

const FAULTS: Record<string, FieldCode> = { name: 'name_missing', email: 'email_wrong' }

/** What is wrong with a name or an address that somebody typed, each once. */
export const memberFaults = (error: z.ZodError): FieldProblem[] =>
  [...new Set(error.issues.map((issue) => String(issue.path[0])))].map((field) => ({
    code: FAULTS[field] ?? 'wrong_type',
    path: [field],
    field,
  }))
