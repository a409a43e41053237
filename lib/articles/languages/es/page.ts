import type { Page } from '../pack'

/** Spanish words of what surrounds an article on its page, folded by `plain`. */
export const page: Page = {
  related: [
    '(?:lea|lee|vea|ver|leer) tambien',
    '(?:te|le) puede(?:n)? interesar',
    '(?:mas|otras) noticias',
    '(?:noticias|articulos|temas) relacionad[oa]s',
    'lo mas (?:leido|visto)',
  ],
  comments: [
    '\\d+ comentarios?\\b',
    'comentarios ?(?:\\(|:)? ?(?:\\d+|$)',
    '(?:deja|deje|escribe|escriba) (?:un|tu|su) comentario',
  ],
  meta: [
    '(?:compartir|comparte en|comparta en|siguenos|siganos|suscri[a-z]+|fuentes? ?:|etiquetas ?:|publicidad|boletin)',
    '(?:todos los derechos|derechos) reservados',
    'pagina \\d',
  ],
  greetings: ['estimad[oa]s?', 'querid[oa]s?'],
  signOffs: ['atentamente', '(?:un )?(?:cordial )?saludos?'],
  frequent: ['preguntas frecuentes'],
  adverts: ['publicidad', 'anuncio', 'contenido patrocinado'],
  backToReader: ['que (?:opina|piensa)s?(?: usted)?'],
}
