import { z } from 'zod'
import type { FieldCode, FieldProblem } from '../platform/http/problem-codes'
import { ROLES } from './rules/roles'
import { SCOPES, TOKEN_DAYS, TOKEN_NAME_LENGTH } from './rules/token-choices'

/** Maximum characters of an address: RFC 5321 allows 254. */
const EMAIL_LENGTH = 254
const NAME_LENGTH = 80
/**
 * Maximum characters typed into a field. It is more than any password that can be chosen, so that a wrong one is
 * refused as wrong. It also limits what is hashed.
 */
const TYPED_LENGTH = 1000

const email = z.string().trim().toLowerCase().max(EMAIL_LENGTH).pipe(z.email())

/** What a person types to sign in. Its form is not checked: a text that is no address simply matches no account. */
export const signInInput = z.object({
  email: z.string().trim().toLowerCase().max(TYPED_LENGTH).default(''),
  password: z.string().max(TYPED_LENGTH).default(''),
  code: z.string().max(TYPED_LENGTH).default(''),
  ticket: z.string().max(TYPED_LENGTH).default(''),
})
/** What a person typed to sign in, trimmed. */
export type SignInInput = z.output<typeof signInInput>

/** The details of a new member of staff. */
export const memberInput = z.object({
  name: z.string().trim().min(1).max(NAME_LENGTH),
  email,
  role: z.enum(ROLES),
})
/** The checked details of a new member of staff. */
export type MemberInput = z.output<typeof memberInput>

/** The details of a new API token. */
export const tokenInput = z.object({
  name: z.string().trim().min(1).max(TOKEN_NAME_LENGTH),
  scopes: z.array(z.enum(SCOPES)).min(1),
  days: z.coerce
    .number()
    .refine((days) => TOKEN_DAYS.some((one) => one === days))
    .default(TOKEN_DAYS[1]),
})
/** The checked details of a new API token. */
export type TokenInput = z.output<typeof tokenInput>

/** The id of an account, as a form sends it. */
export const idInput = z.coerce.number().int().positive()
/** The id of a session. */
export const sessionIdInput = z.uuid()
/** The id of an API token. */
export const tokenIdInput = z.uuid()
/** The role in a form. */
export const roleInput = z.enum(ROLES)

const FAULTS: Record<string, FieldCode> = {
  name: 'name_missing',
  email: 'email_wrong',
  scopes: 'scope_missing',
}

/** Returns what is wrong with a name, an address or scopes that a person typed or left out, each once. */
export const memberFaults = (error: z.ZodError): FieldProblem[] =>
  [...new Set(error.issues.map((issue) => String(issue.path[0])))].map((field) => ({
    code: FAULTS[field] ?? 'wrong_type',
    path: [field],
    field,
  }))
