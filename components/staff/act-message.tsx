import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { StatusMessage } from '@/components/ui/status-message'
import type { MemberView } from '@/lib/staff/queries/members'
import { ROLES } from '@/lib/staff/rules/roles'
import type { TeamActions } from './team-actions'

type Value = string | string[] | undefined
type ActMessageProps = { member: MemberView; done: Value; before: Value; actions: TeamActions }

/** Renders what was just done to an account, and its undo, which replaces «are you sure?». */
export function ActMessage({ member, done, before, actions }: ActMessageProps) {
  const t = useTranslations('administration')
  const roles = useTranslations('staff.role')
  const { name } = member
  const role = ROLES.find((one) => one === before)
  const undo = {
    role: role && { action: actions.changeRole, field: ['role', role] as const },
    disabled: { action: actions.enable, field: undefined },
    enabled: { action: actions.disable, field: undefined },
    required: { action: actions.requireTotp, field: ['required', '0'] as const },
    dropped: { action: actions.requireTotp, field: ['required', '1'] as const },
  }
  const what = (Object.keys(undo) as (keyof typeof undo)[]).find((one) => one === done)
  const back = what && undo[what]
  if (!what || !back) return null
  return (
    <StatusMessage key={`${member.id} ${what}`} className="mt-6">
      <ActionForm
        id="form-undo"
        action={back.action}
        className="flex flex-wrap items-baseline gap-x-4 gap-y-1"
      >
        <span>{t(`done.${what}`, { name, role: roles(member.role) })}</span>
        <input type="hidden" name="id" value={member.id} />
        {back.field && <input type="hidden" name={back.field[0]} value={back.field[1]} />}
        <button type="submit" className="min-h-10 font-semibold underline underline-offset-2">
          {t('undo')}
        </button>
      </ActionForm>
    </StatusMessage>
  )
}
