import type { Walls } from '../pack'

/** Spanish words of walls, folded by `plain`. */
export const walls: Walls = {
  consent: [
    '(?:acepta|aceptas|aceptar|rechazar)\\b.{0,40}\\bcookies\\b',
    '(?:nosotros|nuestros socios|esta web)\\b.{0,80}\\b(?:usa|utiliza)[a-z]* .{0,40}\\bcookies\\b',
    'continuar sin aceptar',
  ],
  robot: [
    '(?:verifi|confirm|demuestr)[a-z]* que (?:eres|es) (?:un )?(?:ser )?humano',
    'no soy un robot',
    'trafico (?:inusual|sospechoso)',
  ],
  subscription: [
    'este (?:articulo|contenido) es (?:exclusivo )?(?:solo )?para (?:nuestros )?suscriptores',
    '(?:suscribete|suscribase|inicia sesion|registrate) para (?:seguir|continuar) leyendo',
  ],
}
