import { freeAnswersSql } from '../ballots/commands/free-answers'
import { copiesOfWords } from '../comments/commands/copies-of-words'
import { COMMENTS_OF_BALLOTS } from '../comments/commands/free-answers'
import { giveUpExports } from '../exports/commands/give-up'

/** Gives each room what it needs of rooms to its right. The API does it; a command without the API does it first. */
export function connectRooms(): void {
  freeAnswersSql.provide(COMMENTS_OF_BALLOTS)
  copiesOfWords.provide(giveUpExports)
}
