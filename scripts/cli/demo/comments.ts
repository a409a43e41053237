/** Pieces of invented opinions: together some twenty thousand different ones, so that few are repeated. */
const OPENINGS = [
  'À mon avis,',
  'Franchement,',
  'Je travaille dans le secteur et',
  'En tant que lectrice régulière, je trouve que',
  'Après avoir lu l’article deux fois,',
  'Comme beaucoup ici,',
  'Je ne suis pas spécialiste, mais',
  'Depuis dix ans que je suis le sujet,',
]
const CLAIMS = [
  'cette annonce arrive trop tard',
  'le projet va dans le bon sens',
  'les montants donnent le vertige',
  'on nous promet la même chose chaque année',
  'il faut juger sur les actes',
  'l’idée est bonne et la méthode mauvaise',
  'personne ne parle de l’énergie que cela consomme',
  'la concurrence n’attendra pas',
]
const REASONS = [
  'parce que rien n’est dit du calendrier',
  'et les premiers résultats le montrent',
  'même si je comprends la prudence',
  'car les salariés n’ont pas été consultés',
  'surtout quand on regarde les chiffres de l’an dernier',
  'et j’aimerais qu’on nous explique pourquoi',
  'mais encore faut-il tenir les délais',
  'à condition que les données restent ici',
]
const CLOSINGS = ['.', ', voilà tout.', ' !', ', à suivre.', '. On en reparlera.', ', non merci.']

/** Comments for the checks to find: one in five. */
const ODD = [
  (text: string) => `${text} Tout est expliqué sur exemple-${text.length}.fr/tribune`,
  (text: string) => text.toUpperCase(),
  (text: string) => `Bande de crétins. ${text}`,
  () => 'ok',
  (text: string) => `${text} ${'🎉'.repeat(12)}`,
  () => 'Signez la pétition contre ce projet avant la fin du mois, tous ensemble.',
  () =>
    'I have read the same promises in three papers this year, and I still wait for one of them to come true.',
  () => 'Das Vorhaben kostet viel Geld, und niemand hat bisher erklärt, wem es am Ende wirklich nützen soll.',
]
const ODD_EVERY = 5

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** Returns the comment of an invented reader: calm four times out of five, of all kinds otherwise. */
export function inventComment(number: number, chance: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = chance
  const text = `${pick(OPENINGS, a)} ${pick(CLAIMS, b)} ${pick(REASONS, c)}${pick(CLOSINGS, d)}`
  if (number % ODD_EVERY !== 0) return text
  return pick(ODD, Math.floor(number / ODD_EVERY))(text)
}
