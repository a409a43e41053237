import { useTranslations } from 'next-intl'
import { ROLES, type Role } from '@/lib/staff/rules/roles'

/** Renders the three roles with what each may do, the narrowest first. */
export function RoleChoice({ chosen, id }: { chosen: Role; id: string }) {
  const t = useTranslations('administration')
  return (
    <fieldset>
      <legend className="font-semibold">{t('roleLabel')}</legend>
      <div className="mt-1.5 grid gap-2">
        {ROLES.map((role) => (
          <label key={role} className="choice" htmlFor={`${id}-${role}`}>
            <input
              type="radio"
              id={`${id}-${role}`}
              name="role"
              value={role}
              defaultChecked={role === chosen}
              required
            />
            <span>{t(`roleHelp.${role}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
