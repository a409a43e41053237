import { optionPattern, optionWords } from '../../../languages'

/** Matches when or how often, at the end of an alternative. */
export const WHEN = new RegExp(`(?<= |^)${optionWords(({ times }) => times)}$`)

/** Matches how, at the end of an alternative: «voir le film seul ou en famille». */
export const MANNER = optionPattern(({ manner }) => manner)
