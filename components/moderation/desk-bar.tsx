'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { useQueue } from './use-queue'

/** Three of them fit side by side on a phone. */
const NARROW = 'flex-1 px-2 sm:flex-none sm:px-5'

type DeskBarProps = {
  queue: Pick<
    ReturnType<typeof useQueue>,
    'chosenCount' | 'undoable' | 'decide' | 'undo' | 'unselect' | 'move'
  >
  onReject: () => void
  onHelp: () => void
}

/** Renders the acts possible now, each with its key; it stays in reach at the bottom of a phone. */
export function DeskBar({ queue, onReject, onHelp }: DeskBarProps) {
  const t = useTranslations('moderation')
  const { chosenCount, undoable, decide, undo } = queue
  const key = (name: string) => (
    // Screen readers announce the button's name; its key has an attribute of its own.
    <span aria-hidden="true">
      <kbd className="ml-1.5 hidden rounded border border-current px-1 text-xs opacity-80 sm:inline">
        {name}
      </kbd>
    </span>
  )
  return (
    <>
      {chosenCount > 0 && (
        <p className="mb-2 font-sans text-sm">
          {t('chosen', { count: chosenCount })}{' '}
          <button type="button" onClick={queue.unselect} className="min-h-10 underline underline-offset-2">
            {t('unselect')}
          </button>
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          aria-keyshortcuts="p"
          className={NARROW}
          onClick={() => void decide({ act: 'publish' })}
        >
          {t('publish')}
          {key('p')}
        </Button>
        <Button type="button" aria-keyshortcuts="r" look="quiet" className={NARROW} onClick={onReject}>
          {t('reject')}
          {key('r')}
        </Button>
        <Button
          type="button"
          aria-keyshortcuts="e"
          look="quiet"
          className={NARROW}
          onClick={() => void decide({ act: 'escalate' })}
        >
          {t('escalate')}
          {key('e')}
        </Button>
        <div className="flex flex-wrap gap-2 sm:ml-auto">
          <Button
            type="button"
            aria-keyshortcuts="k"
            look="quiet"
            onClick={() => queue.move(-1)}
            aria-label={t('previous')}
          >
            ‹{key('k')}
          </Button>
          <Button
            type="button"
            aria-keyshortcuts="j"
            look="quiet"
            onClick={() => queue.move(1)}
            aria-label={t('next')}
          >
            ›{key('j')}
          </Button>
          <Button
            type="button"
            aria-keyshortcuts="?"
            look="quiet"
            onClick={onHelp}
            aria-label={t('help.title')}
          >
            ?
          </Button>
        </div>
        {undoable && (
          <p className="flex items-center gap-3 font-sans text-sm sm:basis-full">
            {t(`did.${undoable.act}` as 'did.publish', { count: undoable.comments.length })}
            <button
              type="button"
              aria-keyshortcuts="u"
              onClick={() => void undo()}
              className="min-h-11 font-semibold underline underline-offset-2"
            >
              {t('undo')}
              {key('u')}
            </button>
          </p>
        )}
      </div>
    </>
  )
}
