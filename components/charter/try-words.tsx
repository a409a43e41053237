'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { MarkedText } from '@/components/moderation/marked-text'
import { described, Field, TextInput } from '@/components/ui/field'
import { findBanned } from '@/lib/comments/rules/checks/banned-words'
import { findSuspect } from '@/lib/comments/rules/checks/suspect-words'
import { normalise } from '@/lib/comments/rules/normalise'
import { readWords } from '@/lib/comments/rules/words'

/** Renders a field to try a sentence on the lists in force, before a reader does. */
export function TryWords({ banned, suspect }: { banned: string[]; suspect: string[] }) {
  const t = useTranslations('words')
  const [text, setText] = useState('')
  const lists = useMemo(() => ({ banned: readWords(banned), suspect: readWords(suspect) }), [banned, suspect])
  const folded = normalise(text)
  const findings = [...findBanned(folded, lists.banned), ...findSuspect(folded, lists.suspect)]
  const effect = findings[0]?.effect
  const outcome = t(effect === 'reject' ? 'try.banned_words' : effect ? 'try.suspect_words' : 'try.nothing')
  return (
    <>
      <Field id="essai" label={t('try.label')} hint={t('try.hint')}>
        <TextInput
          {...described('essai', { hint: true })}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      {text && (
        <p role="status" className="mt-2 font-sans">
          <MarkedText text={text} findings={findings} /> — {outcome}
        </p>
      )}
    </>
  )
}
