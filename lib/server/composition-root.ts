import { freeAnswersSql } from '../ballots/commands/free-answers'
import { copiesOfWords } from '../comments/commands/copies-of-words'
import { COMMENTS_OF_BALLOTS } from '../comments/commands/free-answers'
import { invalidateExports } from '../exports/commands/invalidate-exports'

/**
 * Provides each room with what it needs of rooms to its right. The API calls it; a command without the API calls it
 * first.
 */
export function composeRooms(): void {
  freeAnswersSql.provide(COMMENTS_OF_BALLOTS)
  copiesOfWords.provide(invalidateExports)
}
