import { fetchResults } from '@/components/ballot/requests'
import type { Results } from '@/lib/results/schema'

/** How results come in: by a stream, or asked for now and then; `ended` when nothing more will come. */
export type Mode = 'connecting' | 'live' | 'polling' | 'ended'

type Hearing = {
  /** The sequence number of what is shown. */
  shown: () => number
  onResults: (results: Results) => void
  onMode: (mode: Mode) => void
}

/** A stream that breaks so often in a row does not get through here: some proxy keeps it back. */
const MOST_BREAKS = 3
const ASK_MS = 5_000
const ASK_SELDOM_MS = 60_000
/** After so many questions a stream is tried again. */
const ASK_TIMES = 12

/**
 * Follows the results of a survey until what is returned is called: by its stream, and where there is none by asking,
 * at uneven times so that readers do not ask together. A page that is not looked at follows nothing.
 */
export function follow(slug: string, { shown, onResults, onMode }: Hearing): () => void {
  let stream: EventSource | undefined
  let timer: number | undefined
  let breaks = 0

  const rest = () => {
    stream?.close()
    stream = undefined
    window.clearTimeout(timer)
  }
  const end = () => {
    rest()
    document.removeEventListener('visibilitychange', onVisibility)
    onMode('ended')
  }
  function listen() {
    rest()
    stream = new EventSource(`/api/v1/surveys/${encodeURIComponent(slug)}/results/stream?after=${shown()}`)
    stream.addEventListener('open', () => onMode('live'))
    stream.addEventListener('results', (event) => {
      breaks = 0
      onResults(JSON.parse(event.data))
    })
    stream.addEventListener('end', end)
    stream.addEventListener('error', () => {
      if (++breaks < MOST_BREAKS && stream?.readyState !== EventSource.CLOSED) return onMode('connecting')
      breaks = 0
      rest()
      onMode('polling')
      ask(ASK_MS, ASK_TIMES)
    })
  }
  function ask(pause: number, times: number) {
    timer = window.setTimeout(
      async () => {
        const answer = await fetchResults(slug)
        if (timer === undefined || document.hidden) return
        if (answer.ok) onResults(answer.value)
        // Refused, not lost: hidden by now, or no longer there.
        else if (answer.errors !== 'network' && answer.status < 500) return end()
        if (times <= 1) listen()
        else ask(answer.ok ? ASK_MS : Math.min(pause * 2, ASK_SELDOM_MS), times - 1)
      },
      pause * (0.75 + Math.random() / 2),
    )
  }
  const onVisibility = () => (document.hidden ? rest() : listen())

  document.addEventListener('visibilitychange', onVisibility)
  if (!document.hidden) listen()
  return () => {
    rest()
    timer = undefined
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
