const NONE = [
  'sans',
  'pas d',
  'aucune?',
  '(?:(?:je|nous) )?n(?:ai|avons|ont?|a) (?:pas d|aucune? )',
  'no',
  '(?:i )?have no',
  '(?:i )?(?:dont|do not|does not|doesnt) have (?:an|any)',
  '(?:no )?(?:sin|tengo) opinion',
  '(?:yo )?no (?:se|sabe|contesta)(?: no contesta)?',
  'ns ?nc',
].join('|')
const OPINION = '(?:avis|opinion|views?)(?: particuliere?| tranchee?)?'
const ON_THIS =
  '(?: (?:sur|on) (?:(?:la|cette|this|the) question|(?:le|ce|this|the) (?:sujet|point|subject|matter)|this|it))?'
const PHRASES = [
  `(?:${NONE}) ?${OPINION}${ON_THIS}`,
  '(?:(?:je|nous) )?(?:ne )?(?:se|me|nous) pronon(?:ce|cent|cons) pas',
  '(?:(?:je|nous|on) |j)?(?:ne )?(?:sais|sait|savons|savent) pas(?: encore| trop)?',
  '(?:je )?nen sais rien',
  '(?:aucune|pas d|no|(?:i )?have no) ?ide[ae]s?',
  'nspp?',
  '(?:je m|i )?abst(?:ention|iens|ient|ain)',
  '(?:i )?(?:dont|do not|does not|doesnt) know',
  'dk',
  '(?:i am |im )?(?:not sure|unsure)',
  '(?:i )?(?:cant|cannot) say',
  '(?:je )?(?:prefere|souhaite) ne pas (?:repondre|me prononcer|se prononcer)',
  '(?:je )?ne (?:souhaite|veux|veut) pas (?:repondre|me prononcer|se prononcer)',
  '(?:sans|pas de|no) (?:reponse|answer)',
  '(?:i )?(?:prefer|would rather|d rather|id rather) not (?:to )?(?:say|answer)',
].join('|')
/** What stands after one of these alone, as in «NSP/NR» and «Don’t know / refused». */
const BESIDE = 'nr|n ?a|refus(?:e|ed|al)?'
/** Longer labels say more than that. Folding may also make one letter eighteen, and a list has many labels. */
const MAX_LETTERS = 80
const ABSTENTION = new RegExp(`^(?:${PHRASES})(?: (?:(?:ou|or) )?(?:${PHRASES}|${BESIDE}))*$`)

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
