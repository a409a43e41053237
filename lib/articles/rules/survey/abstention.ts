import { anyOf } from '../../languages'

const PHRASES = anyOf(({ answerWords }) => answerWords.abstentions)
/** What stands after one of these alone, as in «NSP/NR» and «Don’t know / refused». */
const BESIDE = anyOf(({ answerWords }) => answerWords.besideAbstention)
const OR = anyOf(({ questions }) => questions.or)
/** Longer labels say more than that. Folding may also make one letter eighteen, and a list has many labels. */
const MAX_LETTERS = 80
const ABSTENTION = new RegExp(`^${PHRASES}(?: (?:${OR} )?(?:${PHRASES}|${BESIDE}))*$`)

/** Returns `label` without accents, capitals, apostrophes and punctuation: «N’a PAS d'avis !» is «na pas davis». */
export const foldedLabel = (label: string) =>
  label
    .replace(/\p{Cf}/gu, '')
    .replace(/\s*['’‘‛ʼʹ′＇`´]\s*/g, '')
    // «N.S.P.» is «nsp».
    .replace(/(?<=(?:^|[^\p{L}])\p{L})\./gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Returns whether an option means only «sans avis», in the language of any pack and in any spelling. «Sans avis médical» is an
 * opinion.
 */
export const isAbstention = (label: string) =>
  label.length <= MAX_LETTERS && ABSTENTION.test(foldedLabel(label))
