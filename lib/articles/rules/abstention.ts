const PHRASES = [
  '(?:sans|pas d|aucun|aucune|(?:je )?nai (?:pas d|aucune? )|na pas d|no|(?:i )?have no) ?(?:avis|opinion|views?)',
  '(?:je )?(?:ne )?(?:se|me) prononce(?:nt)? pas',
  '(?:je )?(?:ne )?(?:sais|sait|savent) pas',
  'nspp?',
  '(?:je m)?abst(?:ention|iens|ient|ain)',
  '(?:i )?(?:dont|do not|does not|doesnt) know',
  'dk',
  '(?:i am |im )?(?:not sure|unsure)',
].join('|')
/** Longer labels say more than that. Folding may also make one letter eighteen, and a list has many labels. */
const MAX_LETTERS = 80
const ABSTENTION = new RegExp(`^(?:${PHRASES})(?: (?:(?:ou|or) )?(?:${PHRASES}))*$`)

/** Returns `label` without accents, capitals, apostrophes and punctuation: «N’a PAS d'avis !» is «na pas davis». */
export const foldedLabel = (label: string) =>
  label
    .replace(/['’‘ʼ`´]/g, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Returns whether an option means only «sans avis», in French or English and in any spelling. «Sans avis médical» is an
 * opinion.
 */
export const isAbstention = (label: string) =>
  label.length <= MAX_LETTERS && ABSTENTION.test(foldedLabel(label))
