'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { TextArea } from '@/components/ui/field'

/** From this many characters before the limit on, what is left is also said aloud. */
const SAID_FROM = 50

type CountedTextProps = ComponentProps<typeof TextArea> & { maxLength: number }

/** A text of limited length that says what is left of it, once something was typed. */
export function CountedText(props: CountedTextProps) {
  const t = useTranslations('ballot')
  const [left, setLeft] = useState<number>()
  return (
    <>
      <TextArea {...props} onChange={(event) => setLeft(props.maxLength - event.target.value.length)} />
      {/* Nothing at first: without JavaScript it would go on saying what was true before the first letter. */}
      <p
        aria-live={left !== undefined && left <= SAID_FROM ? 'polite' : 'off'}
        className="mt-1 text-sm empty:hidden"
      >
        {left !== undefined && (left < 0 ? t('textOver', { over: -left }) : t('textLeft', { left }))}
      </p>
    </>
  )
}
