import type { Draft } from '../schema'

/** Returns the fields in which two drafts differ, to show them to the second editor. */
export function changedFields(before: Draft, after: Draft): (keyof Draft)[] {
  const names = Object.keys(before) as (keyof Draft)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
