import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { DeskSurvey } from '@/lib/surveys/queries/desk'
import { changedFields } from '@/lib/surveys/rules/changed-fields'
import type { Draft } from '@/lib/surveys/schema'

type ConflictProps = { mine: Draft; theirs: DeskSurvey; onKeep: () => void; onTake: () => void }

/** Renders a conflict of two editors: what the first one saved, and the second one's choice. Takes focus. */
export function Conflict({ mine, theirs, onKeep, onTake }: ConflictProps) {
  const t = useTranslations('desk')
  const box = useRef<HTMLHeadingElement>(null)
  useEffect(() => box.current?.focus(), [])
  const by = theirs.history[0]?.by ?? t('conflict.someone')
  const fields = changedFields(mine, theirs.draft).map((name) => t(`fields.${name}`))
  return (
    <Notice role="alert" className="mb-6">
      <h2 ref={box} tabIndex={-1} className="font-semibold">
        {t('conflict.title', { by })}
      </h2>
      <p>
        {t('conflict.explain')} {t('conflict.changed', { fields: fields.join(', ') })}
      </p>
      <p className="mt-3 flex flex-wrap gap-2">
        <Button type="button" look="quiet" onClick={onKeep}>
          {t('conflict.keepMine')}
        </Button>
        <Button type="button" look="quiet" onClick={onTake}>
          {t('conflict.takeTheirs')}
        </Button>
      </p>
    </Notice>
  )
}
