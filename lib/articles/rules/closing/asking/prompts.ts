import { anyOf } from '../../../languages'
import { PROMPTS } from '../../../languages/web'

/** Matches calls to answer that stand beside closing questions, in folded text. */
const PROMPT = new RegExp(anyOf(({ asking }) => asking.prompts, PROMPTS))

/** Returns whether a sentence calls readers to answer. */
export const isPrompt = (plainSentence: string) => PROMPT.test(plainSentence)
