import type { Check } from '../said'

/** What the newsroom's own service said (lib/comments/commands/hook.ts); nothing when it was not heard. */
export const hook: Check = ({ hook: answer }) => (answer ? [answer] : [])
