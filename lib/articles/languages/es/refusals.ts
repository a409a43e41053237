import type { Refusals } from '../pack'

/** Spanish words by which a question is refused, folded by `plain`. */
export const refusals: Refusals = {
  adverts: [
    '^(?:te|le) ha (?:gustado|parecido util|sido util) (?:este|esta|el|la|nuestr[oa]) ',
    '^(?:ya|aun no|todavia no) (?:es|eres|esta|estas) (?:suscriptor|suscrit|registrad|soci)',
    '^(?:quieres?|deseas?|le gustaria|te gustaria) (?:recibir|suscribir|saber mas|leer mas|mas )',
    '^(?:has|ha) (?:encontrado|visto) (?:un|algun) error\\b',
  ],
  gathers: [],
  help: ['dudas?', 'preguntas?', 'ayuda'],
  publicly: ['comentarios?'],
  sells: [
    'suscribete',
    'suscribase',
    'descarga',
    'descargue',
    'compra',
    'compre',
    'registrate',
    'registrese',
  ],
  polls: ['comentarios?', 'encuesta'],
  answerOpeners: ['pues', 'bueno', 'pero'],
  answers: [
    '(?:la respuesta|por supuesto|depende|claro que|desde luego|quizas?|tal vez|segun (?:el|la|los|las) )(?!.{0,60}\\?)',
  ],
  plainAnswerOpeners: ['pues', 'bueno'],
  plainAnswers: ['la respuesta (?:es|corta)', 'por supuesto', 'depende', 'claro que', 'desde luego'],
  reports: ['(?:se )?(?:pregunto|preguntaba|pregunta|exclamo|respondio|insistio|lanzo)\\b'],
  introduces: ['preguntese', 'preguntate'],
  asks: ['pregunta', 'pregunto'],
  asked: ['ha preguntado', 'habia preguntado'],
  rhetoricalOpeners: ['y', 'pero'],
  rhetorical: [
    'quien (?:sabe|lo diria|lo hubiera dicho)(?: .{0,40})?',
    'por que no',
    'sabia(?:s)?(?: usted)? que .{3,160}',
    '(?:y )?ahora que',
    'de verdad',
  ],
  musings: ['(?:quizas?|tal vez) (?:deberia|podria|tendria|sea)\\b', '(?:deberia|podria|tendria que) yo\\b'],
  tags: [', ?(?:verdad|cierto|eh) ?[?!.…)]+$'],
}
