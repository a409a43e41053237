import type { Prisma } from '../../platform/db/client'
import type { Identity } from '../rules/roles'

/** Of an account, who it is and whether they may do anything now. */
export const accountSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  totpRequired: true,
  totpSecret: true,
  disabledAt: true,
} satisfies Prisma.StaffAccountSelect

export type Standing = {
  identity: Identity
  /** A second factor is required of them and they have none yet. */
  owesSecondFactor: boolean
}

export function standingOf({
  totpRequired,
  totpSecret,
  disabledAt: _,
  ...identity
}: Prisma.StaffAccountGetPayload<{ select: typeof accountSelect }>): Standing {
  return { identity, owesSecondFactor: totpRequired && !totpSecret }
}
