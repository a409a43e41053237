import type { Asking } from '../pack'

/** Spanish words with which articles turn to their readers, folded by `plain`. */
export const asking: Asking = {
  opinion: [
    '\\bque (?:opin|piens)[aeo]n?s?\\b|\\bque (?:le|te|les|os) parecen?\\b',
    '\\b(?:tu|su|vuestra) (?:opinion|experiencia|respuesta|voto)\\b',
    '^(?:y )?(?:usted(?:es)?,? ¿?)?(?:cree|piensa|opina|considera|prefiere|apoya|esta)[ns]?\\b(?= (?:usted(?:es)?\\b|que\\b|a favor|en contra|de acuerdo|necesari|just|bien\\b))',
    '\\b(?:apoyaria|pagaria|votaria|firmaria|volveria|usaria|iria|vendria|compraria|estaria|aceptaria|pondria|daria|haria|cambiaria)[ns]?\\b',
    '\\bsegun (?:usted(?:es)?|tu)\\b|\\b(?:en|a) (?:su|tu) (?:opinion|juicio|parecer)\\b',
  ],
  directly: [],
  addressed: ['\\b(?:usted|ustedes|vosotros|vosotras|vuestr[oa]s?)\\b'],
  openers: ['y', 'pero'],
  handsOver: ['(?:para )?(?:usted|ustedes|vosotros)', '(?:es )?(?:su|tu) turno'],
  turns: ['y', 'ahora,?'],
  announces: [
    '(?:su|tu|vuestra) opinion(?: nos (?:interesa|importa))?',
    '(?:la |el )?(?:encuesta|debate|pregunta)(?: del dia| de la semana)?',
    '(?:opine|participe|participa|opina)',
  ],
  prefixes: [
    '(?:la |el )?(?:encuesta|debate|pregunta)(?: del dia| de la semana)?',
    '(?:dinos|diganos|cuentanos|cuentenos)(?: en los comentarios)?',
  ],
  readers: ['lectores', 'lectoras', 'padres', 'vecinos'],
  callouts: ['y (?:tu|usted|ustedes|vosotros)'],
  orders: [],
  ordered: [],
  prompts: [
    '\\b(?:dinos|diganos|cuentanos|cuentenos|dejanos|dejenos|dejelo|dejalo)\\b',
    '\\ben (?:los |nuestros )?comentarios\\b',
  ],
  stems: [],
  decides: [],
  conditions: ['(?:y |pero )?(?:si |cuando )'],
  invitations: [
    '(?:dinos|diganos|cuentanos|cuentenos|explicanos|expliquenos) (?:por que|como|cuando|donde|cual|cuanto|quien|que (?!opin|piens|le parece|te parece))',
    '(?:cuentanos|cuentenos|comparta|comparte|envienos|envianos) (?:tu|su|tus|sus) (?!opinion|comentario|respuesta)[a-z]',
  ],
}
