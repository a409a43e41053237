import { fetchResults } from '@/components/ballot/requests'
import type { Results } from '@/lib/results/schema'

/** How results arrive: by a stream, or by polling; `ended` when nothing more will come. */
export type Mode = 'connecting' | 'live' | 'polling' | 'ended'

type Hearing = {
  /** Returns the sequence number of the results shown. */
  shown: () => number
  onResults: (results: Results) => void
  onMode: (mode: Mode) => void
}

/** Maximum consecutive breaks of a stream: after them, some proxy is assumed to hold it back. */
const MAX_BREAKS = 3
const ASK_MS = 5_000
const ASK_SELDOM_MS = 60_000
/** Number of polls after which a stream is retried. */
const ASK_TIMES = 12

/**
 * Follows the results of a survey until the returned function is called. Uses its stream, and polls where there is
 * none, at uneven intervals so that readers do not poll together. A hidden page follows nothing.
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
      if (++breaks < MAX_BREAKS && stream?.readyState !== EventSource.CLOSED) return onMode('connecting')
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
        // Refused, not lost: the results are hidden by now, or no longer exist.
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
