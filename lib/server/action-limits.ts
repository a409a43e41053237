import { LOGO_BYTES } from '../appearance/rules/logo'
import { ARTICLE_LENGTH } from '../articles/rules/addresses/limits'
import { SUMMARY_LENGTH } from '../articles/schema'
import { CHARTER_LENGTH, WORD_LENGTH, WORDS_MOST } from '../comments/schema'
import { LABEL_LENGTH, MAX_OPTIONS, MAX_QUESTIONS, PROMPT_LENGTH } from '../surveys/schema'

/** Bytes of any staff form: short fields, and the multipart syntax around them. */
const SHORT_BYTES = 32 * 1024
/** Upper bound of the bytes that one UTF-16 unit takes in UTF-8. */
const UNIT_BYTES = 3

const ofText = (length: number) => SHORT_BYTES + length * UNIT_BYTES

/** The pages whose forms can need more bytes, with their limits. */
const LONG_FORMS: [page: RegExp, bytes: number][] = [
  [/^\/redaction\/nouveau$/, ofText(ARTICLE_LENGTH)],
  [
    /^\/redaction\/[^/]+$/,
    ofText(SUMMARY_LENGTH + MAX_QUESTIONS * (PROMPT_LENGTH + MAX_OPTIONS * LABEL_LENGTH)),
  ],
  [/^\/administration\/mots$/, ofText(WORDS_MOST * (WORD_LENGTH + '\r\n'.length))],
  [/^\/administration\/charte$/, ofText(CHARTER_LENGTH)],
  [/^\/administration\/apparence$/, SHORT_BYTES + LOGO_BYTES],
]

/**
 * The size limit of the largest form that any page accepts, in bytes. Next finds an action by its id alone, so it may
 * be posted to any page.
 */
export const MAX_ACTION_BYTES = Math.max(...LONG_FORMS.map(([, bytes]) => bytes))

/** Returns how many bytes may be posted to the page of `path`. */
export const actionBytes = (path: string): number =>
  LONG_FORMS.find(([page]) => page.test(path))?.[1] ?? SHORT_BYTES
