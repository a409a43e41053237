import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { Bar } from '@/components/ui/bar'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { paletteOf } from '@/lib/appearance/rules/palette'
import { propertyOf, type Scheme, TOKENS, type Token } from '@/lib/appearance/rules/tokens'

/** Returns the tokens of `scheme` with this accent, for everything inside. */
function tokensOf(accent: string, scheme: Scheme) {
  const all: Record<Token, string> = { ...TOKENS[scheme], ...paletteOf(accent, scheme) }
  const named = Object.entries(all).map(([token, value]) => [propertyOf(token as Token), value])
  return { ...Object.fromEntries(named), colorScheme: scheme } as CSSProperties
}

/** Renders an accent as on pages of `scheme`, whichever scheme this page uses. The preview is inert. */
export function SchemePreview({ accent, scheme, name }: { accent: string; scheme: Scheme; name: string }) {
  const t = useTranslations('appearance.preview')
  return (
    <section aria-label={t(scheme)}>
      <h3 className="mb-2 font-semibold text-sm">{t(scheme)}</h3>
      <div
        inert
        style={tokensOf(accent, scheme)}
        className="rounded border border-field bg-paper px-5 py-4 font-serif text-ink"
      >
        <p className="border-rule border-b-3 border-double pb-2 font-semibold text-2xl tracking-tight">
          {name}
        </p>
        <p className="mt-4 font-sans font-semibold text-accent text-sm">{t('kicker')}</p>
        <p className="mt-1 font-semibold text-xl">{t('question')}</p>
        <div className="mt-3 grid gap-2 font-sans">
          <label className="choice">
            <input type="radio" name={`preview-${scheme}`} defaultChecked />
            <span>{t('chosen')}</span>
          </label>
          <label className="choice">
            <input type="radio" name={`preview-${scheme}`} />
            <span>{t('other')}</span>
          </label>
        </div>
        <Button type="button" className="mt-4">
          {t('button')}
        </Button>
        <div className="mt-4 font-sans text-sm">
          {t('bar')}
          <Bar share={{ exact: 62 }} />
        </div>
        <Notice tone="problem" className="mt-4 text-sm">
          {t('notice')} <span className="text-muted">{t('note')}</span>
        </Notice>
      </div>
    </section>
  )
}
