const SAME = ''
/** Returns `word` with each of `endings`: only forms of this word, where `word*` would take others too. */
const forms = (word: string, endings: string) => endings.split(' ').map((ending) => word + ending)
const PLURAL = `${SAME} s`
const FEMININE = `${SAME} s e es`

/**
 * The lists of a new installation, until an admin writes its own. Insults and slurs without another meaning reject; what
 * can be said of something else («du linge sale, noir de suie»), quoted or joked with holds. One entry a line, as an
 * admin would type it (lib/comments/rules/words.ts).
 */
export const DEFAULT_WORDS = {
  banned: [
    'fils de pute: insult',
    'fille de pute: insult',
    'va te faire enculer: insult',
    'bougnoul*: hate',
    'youpin*: hate',
    'motherfucker*: insult',
    'nigger*: hate',
  ],
  suspect: [
    'je vais te tuer',
    'i will kill you',
    ...forms('sale arabe', PLURAL),
    ...forms('sale juif', PLURAL),
    ...forms('sale juive', PLURAL),
    ...forms('sale noir', FEMININE),
    ...forms('sale pede', PLURAL),
    ...forms('faggot', PLURAL),
    ...forms('kike', PLURAL),
    ...forms('abruti', FEMININE),
    ...forms('batard', FEMININE),
    ...forms('con', `${SAME} s ne nes`),
    ...forms('connard', FEMININE),
    ...forms('connasse', PLURAL),
    ...forms('couillon', `${SAME} s ne nes`),
    ...forms('cretin', FEMININE),
    ...forms('debile', PLURAL),
    ...forms('encule', `${SAME} s e es`),
    ...forms('facho', PLURAL),
    ...forms('imbecile', PLURAL),
    ...forms('merde', PLURAL),
    ...forms('merdi', 'que ques'),
    ...forms('nazi', FEMININE),
    ...forms('pute', PLURAL),
    ...forms('salaud', PLURAL),
    ...forms('salope', PLURAL),
    ...forms('asshole', PLURAL),
    ...forms('bastard', PLURAL),
    ...forms('bitch', `${SAME} es`),
    ...forms('fuck', `${SAME} s ed er ers ing`),
    ...forms('idiot', FEMININE),
    ...forms('moron', `${SAME} s ic`),
    'retarded',
    ...forms('shit', `${SAME} s ty`),
    'scum',
    ...forms('traitre', PLURAL),
    ...forms('traitresse', PLURAL),
  ],
}
