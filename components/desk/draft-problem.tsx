import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Faults } from './faults'
import type { DraftFault } from './use-draft'

type SaveAs = (as: 'correction' | 'version') => void
type DraftProblemProps = { fault: DraftFault; open: boolean; onSave: SaveAs }

/**
 * Renders why a draft was not saved, and what can be done. Takes focus: the button that was pressed is far below, out of
 * sight on a phone.
 */
export function DraftProblem({ fault, open, onSave }: DraftProblemProps) {
  const p = useTranslations('problems')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Each fault is news, also one of the same words.
    if (fault) box.current?.focus()
  }, [fault])
  const { code, fields, stake } = fault
  return (
    <Notice role="alert" className="mb-6">
      <div ref={box} tabIndex={-1}>
        <h2 className="font-semibold">{p(code)}</h2>
        <ul>
          {stake !== undefined && (
            <Stake answers={stake} open={open} correctable={code === 'wording_frozen'} onSave={onSave} />
          )}
          <Faults faults={fields} />
        </ul>
      </div>
    </Notice>
  )
}

type StakeProps = { answers: number; open: boolean; correctable: boolean; onSave: SaveAs }

/** Renders how many answers depend on the editor's choice between a correction and a new version, and the choice. */
function Stake({ answers, open, correctable, onSave }: StakeProps) {
  const t = useTranslations('desk.review')
  const choice = (as: 'correction' | 'version', label: string) => (
    <Button type="button" look="quiet" onClick={() => onSave(as)}>
      {label}
    </Button>
  )
  return (
    <li className="mt-3">
      <p className="mb-2">{t(open ? 'versionStake' : 'correctionStake', { count: answers })}</p>
      <p className="flex flex-wrap gap-2">
        {correctable && choice('correction', t('saveCorrection'))}
        {open && choice('version', t('saveVersion'))}
      </p>
    </li>
  )
}
