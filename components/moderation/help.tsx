import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'

const KEYS = ['j', 'k', 'p', 'r', 'digit', 'e', 'u', 'x', 'a', 'slash', 'question', 'escape'] as const
const SHOWN: Partial<Record<(typeof KEYS)[number], string>> = {
  digit: '1–8',
  slash: '/',
  question: '?',
  escape: 'Esc',
}

type HelpProps = {
  dialog: RefObject<HTMLDialogElement | null>
  /** Whether the keys are active. */
  on: boolean
  onChange: (on: boolean) => void
}

/** Renders the list of keys, on «?», and the switch that turns them on or off. */
export function Help({ dialog, on, onChange }: HelpProps) {
  const t = useTranslations('moderation')
  return (
    <dialog
      ref={dialog}
      aria-labelledby="aide"
      className="m-auto max-w-lg border border-field bg-paper p-6 font-sans text-ink backdrop:bg-black/50"
    >
      <h2 id="aide" className="font-semibold text-lg">
        {t('help.title')}
      </h2>
      <dl className="my-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {KEYS.map((name) => (
          <div key={name} className="contents">
            <dt>
              <kbd className="rounded border border-field px-1.5">{SHOWN[name] ?? name}</kbd>
            </dt>
            <dd>{t(`help.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="choice mb-4">
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
        {t('help.use')}
      </label>
      <form method="dialog">
        <Button look="quiet">{t('help.close')}</Button>
      </form>
    </dialog>
  )
}
