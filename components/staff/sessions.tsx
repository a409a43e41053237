import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { useFormat } from '@/components/ui/use-format'
import { browserName } from '@/lib/staff/rules/browser'

type Session = { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date; isThis: boolean }
type SessionsProps = {
  sessions: Session[]
  end: (state: undefined, form: FormData) => Promise<void>
  endAll: () => Promise<void>
}

/** Lists where the member is signed in, and the ways to end it. */
export function Sessions({ sessions, end, endAll }: SessionsProps) {
  const t = useTranslations('administration')
  const format = useFormat()
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <ul className="border-rule border-b">
        {sessions.map(({ id, userAgent, createdAt, lastSeenAt, isThis }) => {
          const browser = browserName(userAgent) ?? t('sessionUnknown')
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-t py-4"
            >
              <div>
                <p className="font-semibold">
                  {browser}
                  {isThis && <span className="font-normal text-muted"> ({t('sessionThis')})</span>}
                </p>
                <p className="font-sans text-muted text-sm">
                  {t('sessionSeen', { date: date(lastSeenAt), since: date(createdAt) })}
                </p>
              </div>
              {!isThis && (
                <ActionForm id={`form-${id}`} action={end}>
                  <input type="hidden" name="id" value={id} />
                  <Button type="submit" look="quiet" aria-label={t('sessionEndOf', { browser })}>
                    {t('sessionEnd')}
                  </Button>
                </ActionForm>
              )}
            </li>
          )
        })}
      </ul>
      <ActionForm id="form-everywhere" action={endAll} className="mt-5">
        <Button type="submit" look="quiet" aria-describedby="partout">
          {t('everywhere')}
        </Button>
        <p id="partout" className="mt-1 font-sans text-muted text-sm">
          {t('everywhereHint')}
        </p>
      </ActionForm>
    </>
  )
}
