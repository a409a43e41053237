import { useTranslations } from 'next-intl'

/** The sizes of app/globals.css. Written out, since Tailwind finds utilities by their full names. */
const SIZES = [
  ['xs', 'text-xs'],
  ['sm', 'text-sm'],
  ['base', 'text-base'],
  ['lg', 'text-lg'],
  ['xl', 'text-xl'],
  ['2xl', 'text-2xl'],
  ['3xl', 'text-3xl'],
  ['4xl', 'text-4xl'],
  ['5xl', 'text-5xl'],
] as const

/** Multiples of --spacing, from between a label and its field to above a section of a page. */
const SPACES = [
  ['1', 'w-1'],
  ['2', 'w-2'],
  ['3', 'w-3'],
  ['4', 'w-4'],
  ['6', 'w-6'],
  ['8', 'w-8'],
  ['10', 'w-10'],
  ['12', 'w-12'],
  ['16', 'w-16'],
] as const

/** Renders the type sizes with their uses, the two typefaces, and the steps of space. */
export function Letters() {
  const t = useTranslations('appearance.system')
  return (
    <>
      <section className="mt-10">
        <h3 className="font-semibold text-xl">{t('letters')}</h3>
        <p className="mt-1 text-muted">{t('lettersLead')}</p>
        <dl className="mt-4 grid gap-y-3">
          {SIZES.map(([name, look]) => (
            <div
              key={name}
              className="grid items-baseline gap-x-5 border-rule border-b pb-2 sm:grid-cols-[10rem_1fr]"
            >
              <dt className="font-sans text-muted text-sm">
                <code>{`--text-${name}`}</code>
              </dt>
              <dd className={look}>{t(`sizes.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 font-sans text-lg">{t('sans')}</p>
        <p className="text-lg">{t('serif')}</p>
      </section>
      <section className="mt-10">
        <h3 className="font-semibold text-xl">{t('spaces')}</h3>
        <p className="mt-1 text-muted">{t('spacesLead')}</p>
        <dl className="mt-4 grid gap-y-2 font-sans text-sm">
          {SPACES.map(([name, width]) => (
            <div key={name} className="flex items-baseline gap-4">
              <dt className="w-8 text-right tabular-nums">{name}</dt>
              <dd className="flex min-w-0 flex-wrap items-center gap-x-3">
                <span aria-hidden="true" className={`inline-block h-3 bg-accent ${width}`} />
                <span className="text-muted">{t('rem', { rem: Number(name) / 4 })}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
