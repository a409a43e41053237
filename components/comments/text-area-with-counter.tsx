'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { TextArea } from '@/components/ui/field'

/** From this many characters before the limit on, the remaining number is also announced. */
const SAID_FROM = 50

type TextAreaWithCounterProps = ComponentProps<typeof TextArea> & { maxLength: number }

/** Renders a text field of limited length that shows the remaining characters once something was typed. */
export function TextAreaWithCounter(props: TextAreaWithCounterProps) {
  const t = useTranslations('ballot')
  const box = useRef<HTMLTextAreaElement>(null)
  const [left, setLeft] = useState<number>()
  const { maxLength } = props
  // A fast reader may have typed before the page's script ran.
  useEffect(() => {
    const { value = '', defaultValue = '' } = box.current ?? {}
    if (value !== defaultValue) setLeft(maxLength - value.length)
  }, [maxLength])
  return (
    <>
      <TextArea {...props} ref={box} onChange={(event) => setLeft(maxLength - event.target.value.length)} />
      {/* Empty at first: without JavaScript it would keep showing what was true before the first letter. */}
      <p
        aria-live={left !== undefined && left <= SAID_FROM ? 'polite' : 'off'}
        className="mt-1 text-sm empty:hidden"
      >
        {left !== undefined && (left < 0 ? t('textOver', { over: -left }) : t('textLeft', { left }))}
      </p>
    </>
  )
}
