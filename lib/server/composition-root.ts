import { invalidateTextCopies } from '../comments/commands/invalidate-text-copies'
import { invalidateExports } from '../exports/commands/invalidate-exports'

/**
 * Provides each module with what it needs of modules to its right. The API calls it; a command without the API calls it
 * first.
 */
export function composeModules(): void {
  invalidateTextCopies.provide(invalidateExports)
}
