import type { Walls } from '../pack'

/** French words of walls, folded by `plain`. */
export const walls: Walls = {
  consent: [
    '(?:acceptez|autorisez|refusez|consentez)[- ]vous .{0,40}\\bcookies\\b',
    '(?:accepter|autoriser) (?:tous )?(?:les|nos) cookies\\b.{0,80}\\b(?:abonne|continue|refuse)',
    '(?:continuer|poursuivre) (?:sans accepter|en acceptant|avec publicite)',
    'accepter et (?:continuer|fermer)',
    '(?:nous|nos (?:\\d+ )?partenaires|notre site)\\b.{0,80}\\b(?:utilis|depos|stock)[a-z]* .{0,40}\\bcookies\\b',
    '(?:votre|vos) (?:consentement|choix)\\b.{0,60}\\b(?:cookies|partenaires|donnees personnelles)\\b',
    'le respect de (?:votre|la) vie privee est (?:notre|une) priorite',
    '(?:nous (?:et nos|respectons)|nos \\d+ partenaires)\\b.{0,60}\\b(?:donnees|vie privee)\\b',
  ],
  robot: [
    "(?:verifi|prouv|confirm)[a-z]* que vous (?:etes (?:bien )?(?:un )?(?:etre )?humain|n'etes pas un robot)",
    'etes-vous (?:bien )?(?:un )?(?:etre )?(?:humain|robot)\\b',
    'je ne suis pas un robot',
    '(?:verification|controle) (?:de (?:votre|la) (?:navigateur|connexion|securite)|du navigateur|anti-?robots?)',
    '(?:activez|activer|autorisez|desactivez votre bloqueur).{0,20}\\bjavascript\\b.{0,60}\\b(?:continuer|acceder|poursuivre)',
    '^un instant ?(?:\\.{3}|…)$',
    'votre (?:requete|demande|connexion|navigateur) a ete (?:bloque|refuse)e?\\b',
    'trafic (?:inhabituel|anormal|suspect)',
    'acces (?:temporairement )?(?:bloque|refuse|suspendu)\\b.{0,120}\\b(?:robot|automat|adresse ip)',
  ],
  subscription: [
    "(?:la )?suite (?:de (?:cet article|ce contenu|l'article) )?est (?:exclusivement )?reservee",
    'il (?:vous|te) reste (?:environ )?[\\d.,]+ ?%',
    'cet? (?:article|contenu|dossier|entretien) est (?:exclusivement )?(?:reserve|accessible uniquement) (?:a nos|aux|a tous nos) abonne',
    "(?:abonnez|connectez|identifiez)-vous (?:vite )?(?:pour|afin de) (?:lire|continuer|poursuivre|acceder a|debloquer|decouvrir) (?:la suite|la lecture|votre lecture|cet article|l'article|l'integralite)",
    "pour (?:lire|decouvrir|acceder a|debloquer|continuer|poursuivre) (?:la suite|la lecture|votre lecture|cet article|l'article|l'integralite)\\b.{0,60}\\b(?:abonne|connecte|identifie|inscri)",
    'deja abonne ?\\? (?:connectez|identifiez)-vous',
  ],
}
