import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RemoveFactorForm } from './remove-factor-form'
import type { FormAction } from './use-form'

type SecondFactorProps = { isSet: boolean; isRequired: boolean; setUpPath: string; remove: FormAction }

/** Renders whether the member's account has a second factor, and the link that adds or removes it. */
export function SecondFactor({ isSet, isRequired, setUpPath, remove }: SecondFactorProps) {
  const t = useTranslations('administration')
  if (!isSet)
    return (
      <>
        <p>{t('factorNone')}</p>
        <p className="mt-3 font-sans">
          <Link href={setUpPath} prefetch={false} className="inline-block py-2">
            {t('factorSetUp')}
          </Link>
        </p>
      </>
    )
  return (
    <>
      <p>{t('factorSet')}</p>
      <p className="mt-2 font-sans text-muted text-sm">{t('factorLost')}</p>
      {isRequired ? (
        <p className="mt-2 font-sans text-muted text-sm">{t('factorKept')}</p>
      ) : (
        <RemoveFactorForm action={remove} />
      )}
    </>
  )
}
