import { useTranslations } from 'next-intl'

/** Returns whether an address's `done` reports an act on everything of one receipt. */
export const isWhole = (done: string) => done === 'mots' || done === 'tout'

/** Renders the acts on everything that is kept of one receipt: to download it, or to erase it. */
export function MyData({ slug, open }: { slug: string; open: boolean }) {
  const t = useTranslations('mine')
  const address = `/api/v1/surveys/${slug}/mine`
  return (
    <div className="no-print mt-3 font-sans">
      <a href={address} download className="inline-block py-1">
        {t('download')}
      </a>
      <details>
        <summary className="cursor-pointer py-2">{t('erase')}</summary>
        <form method="post" action={`${address}/erasure`} className="mt-1 border-rule border-l-2 pl-4">
          <p className="max-w-prose">{t('explain')}</p>
          {open ? (
            <fieldset className="mt-3">
              <legend className="font-semibold">{t('answers')}</legend>
              {(['keep', 'withdraw'] as const).map((choice) => (
                <label key={choice} className="mt-1 flex min-h-11 items-center gap-3">
                  <input
                    type="radio"
                    name="ballot"
                    value={choice}
                    defaultChecked={choice === 'keep'}
                    className="size-5 shrink-0 accent-accent"
                  />
                  {t(choice)}
                </label>
              ))}
            </fieldset>
          ) : (
            <>
              <input type="hidden" name="ballot" value="keep" />
              <p className="mt-2 max-w-prose">{t('over')}</p>
            </>
          )}
          <button
            type="submit"
            className="mt-2 min-h-11 font-semibold text-accent underline underline-offset-2"
          >
            {t('now')}
          </button>
        </form>
      </details>
    </div>
  )
}
