import { freeAnswersSql } from '../ballots/commands/free-answers'
import { COMMENTS_OF_BALLOTS } from '../comments/commands/free-answers'
import { invalidateTextCopies } from '../comments/commands/invalidate-text-copies'
import { invalidateExports } from '../exports/commands/invalidate-exports'

/**
 * Provides each module with what it needs of modules to its right. The API calls it; a command without the API calls it
 * first.
 */
export function composeRooms(): void {
  freeAnswersSql.provide(COMMENTS_OF_BALLOTS)
  invalidateTextCopies.provide(invalidateExports)
}
