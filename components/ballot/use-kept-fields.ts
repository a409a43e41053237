import { type RefObject, useEffect, useEffectEvent } from 'react'
import { ATTEMPT_FIELD, type FormFields, WAIT_FIELD } from '@/lib/ballots/rules/fields'
import { LANGUAGE_PATH } from '@/lib/platform/i18n/locale'

const keyOf = (slug: string) => `avis:langue:${slug}`

/** Returns what was kept and deletes it, so that it is restored only once. */
function take(slug: string): FormFields | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(slug))
    sessionStorage.removeItem(keyOf(slug))
    return kept ? (JSON.parse(kept) as FormFields) : undefined
  } catch {
    // The browser stores nothing: the form stays as the server sent it.
    return undefined
  }
}

function keep(slug: string, form: HTMLFormElement) {
  const typed = [...new FormData(form)].filter(
    ([name, value]) => value !== '' && name !== ATTEMPT_FIELD && name !== WAIT_FIELD,
  )
  if (!typed.length) return
  try {
    sessionStorage.setItem(keyOf(slug), JSON.stringify(typed))
  } catch {
    // As above.
  }
}

/**
 * Keeps unsent answers while the page is reloaded in another language. They stay in this tab from the press of that
 * button until the reloaded page passes them to `restore`. At no other time is anything kept.
 */
export function useKeptFields(
  slug: string,
  form: RefObject<HTMLFormElement | null>,
  restore: (fields: FormFields) => void,
) {
  const arrive = useEffectEvent(() => {
    const kept = take(slug)
    if (kept) restore(kept)
  })
  const leave = useEffectEvent(({ target }: SubmitEvent) => {
    const switched = target instanceof HTMLFormElement && target.getAttribute('action') === LANGUAGE_PATH
    if (switched && form.current) keep(slug, form.current)
  })
  useEffect(() => {
    arrive()
    document.addEventListener('submit', leave)
    return () => document.removeEventListener('submit', leave)
  }, [])
}
