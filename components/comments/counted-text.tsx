'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { TextArea } from '@/components/ui/field'

/** From this many characters before the limit on, what is left is also said aloud. */
const SAID_FROM = 50

type CountedTextProps = ComponentProps<typeof TextArea> & { maxLength: number }

/** A text of limited length that says what is left of it, once something was typed. */
export function CountedText(props: CountedTextProps) {
  const t = useTranslations('ballot')
  const box = useRef<HTMLTextAreaElement>(null)
  const [left, setLeft] = useState<number>()
  const { maxLength } = props
  // Who was quicker than the page's script has typed already.
  useEffect(() => {
    const { value = '', defaultValue = '' } = box.current ?? {}
    if (value !== defaultValue) setLeft(maxLength - value.length)
  }, [maxLength])
  return (
    <>
      <TextArea {...props} ref={box} onChange={(event) => setLeft(maxLength - event.target.value.length)} />
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
