/**
 * Frequent words of languages without a pack, folded by `plain`. They only serve to tell that an article is in none of
 * the packs' languages, so words that French, English or Spanish have too are left out.
 */
export const OTHERS: Record<string, string> = {
  de: 'der das und nicht ist mit ein eine einen einer fur dem sich auch wird sind dass bei oder wie nach uber werden zum zur',
  it: 'il gli della delle degli dei nel nella nelle che di piu anche alla dal dalla sono questo questa hanno perche dello alle cosa',
  nl: 'het een van dat niet zijn voor met aan ook maar naar wordt bij deze heeft worden geen wat',
  pt: 'nao uma um dos das com em na nos ao aos pelo pela mais foi sao os da seu sua tambem ate isso voce pode',
}
