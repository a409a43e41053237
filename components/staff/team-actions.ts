import type { FormAction } from './use-form'

type Plain = (state: undefined, form: FormData) => Promise<void>

/** What an admin can do to an account, passed down from the page. */
export type TeamActions = {
  changeRole: Plain
  disable: Plain
  enable: Plain
  requireTotp: Plain
  reset: FormAction
}
