import { type Check, wordsMatching } from './finding'

const ELECTION =
  /\b(?:elections?|electora(?:l|le|les|ux)|presidentielles?|legislatives?|municipales?|europeennes de 20\d\d|(?:les|aux|des) europeennes|regionales|departementales|cantonales|senatoriales|referendums?|intentions? de vote|premier tour|second tour|candidate?s?|voter(?:ez|iez)?[- ]vous|pour qui (?:vote|voter)[a-z]*|bulletin de vote|scrutins?|ballot|presidential|midterms?|primary|primaries|polling day|vote for|who will you vote|electorate|senate race|run-?off)\b/

/**
 * Finds questions about elections: French law restricts opinion polls about them to representative samples, and forbids
 * them on voting day.
 */
export const election: Check = (linted) => {
  const words = wordsMatching(linted, ELECTION)
  return words === undefined ? [] : [{ code: 'election', why: { words } }]
}
