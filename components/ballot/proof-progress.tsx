import { useTranslations } from 'next-intl'

/** Why sending takes a moment, and how far it is. */
export function ProofProgress({ progress }: { progress: number | undefined }) {
  const t = useTranslations('ballot')
  return (
    <div aria-live="polite" className="font-sans">
      {progress !== undefined && (
        <div className="mt-4">
          <p id="calcul">{t('proving')}</p>
          <progress aria-labelledby="calcul" max={1} value={progress} className="mt-2 block h-2 w-full" />
        </div>
      )}
    </div>
  )
}
