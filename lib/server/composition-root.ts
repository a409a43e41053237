import { freeAnswersSql } from '../ballots/commands/free-answers'
import { copiesOfWords } from '../comments/commands/copies-of-words'
import { COMMENTS_OF_BALLOTS } from '../comments/commands/free-answers'
import { invalidateExports } from '../exports/commands/invalidate-exports'

/** Gives each room what it needs of rooms to its right. The API does it; a command without the API does it first. */
export function composeRooms(): void {
  freeAnswersSql.provide(COMMENTS_OF_BALLOTS)
  copiesOfWords.provide(invalidateExports)
}
