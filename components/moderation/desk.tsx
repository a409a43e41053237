'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { QueuePage } from '@/lib/comments/queries/queue'
import { type Ground, REASON_CODES, type Reason } from '@/lib/comments/rules/reasons'
import type { Queue } from '@/lib/comments/schema'
import { CommentView } from './comment-view'
import { DeskBar } from './desk-bar'
import { Help } from './help'
import { ItemList } from './item-list'
import { RejectPanel } from './reject-panel'
import { Tabs } from './tabs'
import { useKeys } from './use-keys'
import { useQueue } from './use-queue'
import { useShortcuts } from './use-shortcuts'

type DeskProps = {
  page: QueuePage
  counts: Record<Queue, number>
  queue: Queue
  /** The queue and its filters, as query parameters of the API. */
  query: string
  noteLength: number
  lawLength: number
}

/** Opens the search, which stands collapsed above the queue. */
function openSearch() {
  const field = document.querySelector<HTMLInputElement>('#q')
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
}

/** Renders the moderators' desk: one comment at a time, by keyboard, by touch, or many at once. */
export function Desk({ page, counts: initialCounts, queue: name, query, noteLength, lawLength }: DeskProps) {
  const t = useTranslations('moderation')
  const queue = useQueue(page, query, initialCounts)
  const [rejecting, setRejecting] = useState(false)
  const [lawAsked, setLawAsked] = useState(false)
  const [keysOn, setKeysOn] = useShortcuts()
  const [revealAsked, setRevealAsked] = useState<string>()
  const help = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const note = useRef('')
  const { current, decide } = queue
  const stopRejecting = () => {
    setRejecting(false)
    setLawAsked(false)
  }
  const id = current?.comment

  // biome-ignore lint/correctness/useExhaustiveDependencies: another comment is what moves the focus
  useEffect(() => {
    stopRejecting()
    note.current = ''
    heading.current?.focus()
  }, [id])

  // A button that goes away with what it did leaves focus nowhere: it goes back to the text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what makes buttons come and go
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [rejecting, queue.undoable, queue.chosenCount])

  const reject = (ground: Ground) => {
    stopRejecting()
    const said = note.current.trim()
    void decide({ act: 'reject', ...ground, ...(said && { note: said }) })
  }
  const choose = (reason: Reason) => (reason === 'illegal' ? setLawAsked(true) : reject({ reason }))

  useKeys((key) => {
    if (help.current?.open || (!keysOn && key !== 'Escape')) return false
    const reason = rejecting && /^[1-9]$/.test(key) ? REASON_CODES[Number(key) - 1] : undefined
    if (reason) choose(reason)
    else if (key === 'Escape') {
      stopRejecting()
      queue.unselect()
      heading.current?.focus()
    } else if (key === 'j' || key === 'ArrowRight') queue.move(1)
    else if (key === 'k' || key === 'ArrowLeft') queue.move(-1)
    else if (key === 'p') void decide({ act: 'publish' })
    else if (key === 'r') setRejecting(true)
    else if (key === 'e') void decide({ act: 'escalate' })
    else if (key === 'u') void queue.undo()
    else if (key === 'x' && id) queue.select(id)
    else if (key === 'a' && id) setRevealAsked(id)
    else if (key === '/') openSearch()
    else if (key === '?') help.current?.showModal()
    else return false
    return true
  })

  return (
    <>
      <Tabs counts={queue.counts} queue={name} />
      <p role="status" className="min-h-6 font-sans text-muted text-sm">
        {queue.news && t(`news.${queue.news.key}` as 'news.undone', queue.news.values)}
      </p>
      {current ? (
        <div className="mt-2 gap-8 lg:grid lg:grid-cols-[18rem_1fr]">
          <div className="lg:order-last">
            <CommentView
              key={current.comment}
              entry={current}
              heading={heading}
              revealAsked={revealAsked === current.comment}
              onReveal={() => setRevealAsked(current.comment)}
            />
            <div
              className={`${rejecting ? 'lg:sticky' : 'sticky'} bottom-0 mt-4 border-rule border-t bg-paper py-3`}
            >
              {rejecting ? (
                <RejectPanel
                  count={queue.chosenCount || 1}
                  noteLength={noteLength}
                  onNote={(text) => {
                    note.current = text
                  }}
                  lawLength={lawLength}
                  lawAsked={lawAsked}
                  onReject={choose}
                  onRejectIllegal={(law) => reject({ reason: 'illegal', law })}
                  onCancel={stopRejecting}
                />
              ) : (
                <DeskBar
                  queue={queue}
                  onReject={() => setRejecting(true)}
                  onHelp={() => help.current?.showModal()}
                />
              )}
            </div>
          </div>
          <ItemList queue={queue} />
        </div>
      ) : (
        <p className="mt-6 border-rule border-t py-6 text-lg">{t(`empty.${name}`)}</p>
      )}
      <Help dialog={help} on={keysOn} onChange={setKeysOn} />
    </>
  )
}
