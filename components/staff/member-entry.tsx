import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { useFormat } from '@/components/ui/use-format'
import { capitalise } from '@/lib/platform/i18n/typography'
import type { MemberView } from '@/lib/staff/queries/members'
import { ResetForm } from './reset-form'
import { RoleChoice } from './role-choice'
import type { TeamActions } from './team-actions'

type MemberEntryProps = { member: MemberView; isOneself: boolean; actions: TeamActions; hours: number }

/** Renders one member of staff: name, role and state; the acts on them are collapsed. */
export function MemberEntry({ member, isOneself, actions, hours }: MemberEntryProps) {
  const t = useTranslations('administration')
  const roles = useTranslations('staff.role')
  const format = useFormat()
  const { id, name, email, role, state, secondFactor, lastSignIn } = member
  const date = lastSignIn && format.dateTime(lastSignIn, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <li className="border-rule border-t py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className={`font-semibold text-xl ${state === 'disabled' ? 'text-muted line-through' : ''}`}>
          {name}
        </h3>
        <p className="font-sans text-sm">
          {roles(role)}
          {isOneself && <span className="text-muted"> ({t('you')})</span>}
        </p>
      </div>
      <p className="break-all font-sans text-sm">{email}</p>
      <p className="mt-1 font-sans text-muted text-sm">
        {capitalise([t(`state.${state}`), t(`factor.${secondFactor}`)].join(', '))}
        {'. '}
        {date ? t('lastSignIn', { date }) : t('neverSignedIn')}.
      </p>
      <details className="mt-2 font-sans">
        <summary
          aria-label={t('manageOf', { name })}
          className="w-fit cursor-pointer py-2 text-sm underline underline-offset-2"
        >
          {t('manage')}
        </summary>
        <div className="mt-3 grid max-w-xl gap-6 pb-2">
          <ActionForm id={`form-role-${id}`} action={actions.changeRole}>
            <input type="hidden" name="id" value={id} />
            <RoleChoice key={role} chosen={role} id={`role-${id}`} />
            <Button type="submit" look="quiet" className="mt-3">
              {t('changeRole')}
            </Button>
          </ActionForm>
          <ActionForm id={`form-factor-${id}`} action={actions.requireTotp}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="required" value={member.totpRequired ? '0' : '1'} />
            <Button type="submit" look="quiet">
              {t(member.totpRequired ? 'dropFactor' : 'requireFactor')}
            </Button>
          </ActionForm>
          {!isOneself && state !== 'disabled' && (
            <ResetForm action={actions.reset} id={id} name={name} hours={hours} />
          )}
          {!isOneself && (
            <ActionForm
              id={`form-state-${id}`}
              action={state === 'disabled' ? actions.enable : actions.disable}
            >
              <input type="hidden" name="id" value={id} />
              <Button type="submit" look="quiet">
                {t(state === 'disabled' ? 'enable' : 'disable')}
              </Button>
            </ActionForm>
          )}
        </div>
      </details>
    </li>
  )
}
