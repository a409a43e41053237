import { useTranslations } from 'next-intl'

/** Renders why sending takes a while, and its progress. */
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
