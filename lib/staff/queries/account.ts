import type { Prisma } from '../../platform/db/client'
import type { Identity } from '../rules/roles'

/** The fields of an account that identify its owner and decide whether they may do anything now. */
export const accountSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  totpRequired: true,
  totpSecret: true,
  disabledAt: true,
} satisfies Prisma.StaffAccountSelect

/** An account's identity, and whether it may act. */
export type Standing = {
  identity: Identity
  /** Whether a second factor is required of them and they have none yet. */
  owesSecondFactor: boolean
}

/** Returns the standing of an account's row. */
export function standingOf({
  totpRequired,
  totpSecret,
  disabledAt: _,
  ...identity
}: Prisma.StaffAccountGetPayload<{ select: typeof accountSelect }>): Standing {
  return { identity, owesSecondFactor: totpRequired && !totpSecret }
}
