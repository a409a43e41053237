import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { StatusMessage } from '@/components/ui/status-message'
import { decideQuarantineAction } from '@/lib/ballots/actions'
import { ACTS, UNDONE_BY } from '@/lib/ballots/rules/integrity/state'

type ActMessageProps = {
  done: string | undefined
  id: string | undefined
  refused: string | undefined
  survey: string
}

/** Renders what was just done, and how to undo it; or why it was refused. */
export function ActMessage({ done, id, refused, survey }: ActMessageProps) {
  const t = useTranslations('integrity')
  const problems = useTranslations('problems')
  if (refused !== undefined)
    return (
      <StatusMessage role="alert" className="mt-5">
        {problems(refused === 'decided_meanwhile' ? refused : 'not_found')}
      </StatusMessage>
    )
  const act = ACTS.find((known) => known === done)
  if (!act && done !== 'inspected' && done !== 'automatic') return null
  return (
    <StatusMessage key={`${id} ${done}`} className="mt-5 flex flex-wrap items-center justify-between gap-3">
      <span>{t(`done.${act ?? (done as 'inspected')}`)}</span>
      {act && id && /^\d+$/.test(id) && (
        <ActionForm id="form-undo" action={decideQuarantineAction}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="survey" value={survey} />
          <Button look="quiet" name="act" value={UNDONE_BY[act]}>
            {t('undo')}
          </Button>
        </ActionForm>
      )}
    </StatusMessage>
  )
}
