'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormProblems } from '@/components/staff/form-problems'
import { type FormAction, useForm } from '@/components/staff/use-form'
import { Button } from '@/components/ui/button'
import { described, Field, TextInput } from '@/components/ui/field'
import { StatusMessage } from '@/components/ui/status-message'
import { type Hex, readColour } from '@/lib/appearance/rules/colour'
import { nightAccent } from '@/lib/appearance/rules/palette'
import { SCHEMES, TOKENS } from '@/lib/appearance/rules/tokens'
import { ColourField } from './colour-field'
import { ContrastTable } from './contrast-table'
import { SchemePreview } from './scheme-preview'

export type Look = { version: number; name: string; accent: string; accentDark: string }
/** Light beside dark where there is room, with text of any size. */
const COLUMNS = 'grid grid-cols-[repeat(auto-fit,minmax(min(24rem,100%),1fr))] gap-x-10'

type LookFormProps = { action: FormAction; look: Look; own: string; max: number }

/** Returns the accents that result for pages of each scheme; input that is no colour changes nothing. */
function accentsOf(light: string, dark: string): { light: Hex; dark: Hex } {
  const day = readColour(light)
  return {
    light: day ?? TOKENS.light.accent,
    dark: readColour(dark) ?? (day ? nightAccent(day) : TOKENS.dark.accent),
  }
}

/**
 * Renders the fields of name and accent, with a preview and their legibility while they are typed, and after a refusal.
 */
export function LookForm({ action, look, own, max }: LookFormProps) {
  const t = useTranslations('appearance')
  const { state, pending, errorOf, form } = useForm(action, 'form-look')
  const { typed } = state
  const [name, setName] = useState(typed.name ?? look.name)
  const [accent, setAccent] = useState(typed.accent ?? look.accent)
  const [accentDark, setAccentDark] = useState(typed.accentDark ?? look.accentDark)
  const accents = accentsOf(accent, accentDark)
  const error = errorOf('name')
  return (
    <form {...form} className="font-sans">
      <FormProblems state={state} title={t('errorTitle')} />
      {typed.saved && (
        <StatusMessage key={typed.basedOn} className="mb-4">
          {t('saved')}
        </StatusMessage>
      )}
      {typed.theirs && (
        <p className="mb-4 border-rule border-l-2 pl-4">{t('theirs', { theirs: typed.theirs })}</p>
      )}
      <input type="hidden" name="basedOn" value={Math.max(look.version, Number(typed.basedOn ?? 0))} />
      <div className="max-w-xl">
        <Field id="name" label={t('name')} hint={t('nameHint', { max, own })} error={error}>
          <TextInput
            {...described('name', { hint: true, error })}
            name="name"
            value={name}
            placeholder={own}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </div>
      <div className={COLUMNS}>
        <ColourField
          id="accent"
          label={t('accent')}
          hint={t('accentHint', { own: TOKENS.light.accent })}
          error={errorOf('accent')}
          scheme="light"
          value={accent}
          fallback={accents.light}
          onChange={setAccent}
        />
        <ColourField
          id="accentDark"
          label={t('accentDark')}
          hint={t('accentDarkHint')}
          error={errorOf('accentDark')}
          scheme="dark"
          value={accentDark}
          fallback={accents.dark}
          onChange={setAccentDark}
        />
      </div>
      <Button type="submit" className="mt-6" aria-disabled={pending || undefined}>
        {t(pending ? 'saving' : 'save')}
      </Button>
      <div className={`mt-8 gap-y-8 ${COLUMNS}`}>
        {SCHEMES.map((scheme) => (
          <div key={scheme} className="min-w-0">
            <SchemePreview accent={accents[scheme]} scheme={scheme} name={name.trim() || own} />
            <ContrastTable accent={accents[scheme]} scheme={scheme} />
          </div>
        ))}
      </div>
    </form>
  )
}
