/**
 * What the Commission's DSA Transparency Database accepts in a statement of reasons. Source: the page «API
 * documentation» (https://transparency.dsa.ec.europa.eu/page/api-documentation), schema in force since 1 July 2025.
 * Where that page is incomplete: the database's own published source (digital-services-act/transparency-database on
 * GitHub, 24 June 2026). Read on 30 November 2026. Attributes that we never send are not in the table.
 */

/** Maximum statements in one request; a single refused one makes it refuse them all. */
export const DSA_MOST_AT_ONCE = 100

/** ISO 639-1, as far as the database knows it. */
const LANGUAGES = (
  'AA AB AE AF AK AM AN AR AS AV AY AZ BA BE BG BH BI BM BN BO BR BS CA CE CH CO CR CS CU CV CY DA DE ' +
  'DV DZ EE EL EN EO ES ET EU FA FF FI FJ FO FR FY GA GD GL GN GU GV HA HE HI HO HR HT HU HY HZ IA ID ' +
  'IE IG II IK IO IS IT IU JA JV KA KG KI KJ KK KL KM KN KO KR KS KU KV KW KY LA LB LG LI LN LO LT LU ' +
  'LV MG MH MI MK ML MN MR MS MT MY NA NB ND NE NG NL NN NO NR NV NY OC OJ OM OR OS PA PI PL PS PT QU ' +
  'RM RN RO RU RW SA SC SD SE SG SI SK SL SM SN SO SQ SR SS ST SU SV SW TA TE TG TH TI TK TL TN TO TR ' +
  'TS TT TW TY UG UK UR UZ VE VI VO WA WO XH YI YO ZA ZH ZU'
).split(' ')

/** The European Economic Area, as ISO 3166-1 codes its countries. */
export const DSA_TERRITORIES =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ')

const CATEGORIES = [
  'ANIMAL_WELFARE',
  'CONSUMER_INFORMATION',
  'CYBER_VIOLENCE',
  'CYBER_VIOLENCE_AGAINST_WOMEN',
  'DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'ILLEGAL_OR_HARMFUL_SPEECH',
  'INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  'NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
  'NOT_SPECIFIED_NOTICE',
  'OTHER_VIOLATION_TC',
  'PROTECTION_OF_MINORS',
  'RISK_FOR_PUBLIC_SECURITY',
  'SCAMS_AND_FRAUD',
  'SELF_HARM',
  'UNSAFE_AND_PROHIBITED_PRODUCTS',
  'VIOLENCE',
].map((name) => `STATEMENT_CATEGORY_${name}`)

const VISIBILITIES = [
  'CONTENT_REMOVED',
  'CONTENT_DISABLED',
  'CONTENT_DEMOTED',
  'CONTENT_AGE_RESTRICTED',
  'CONTENT_INTERACTION_RESTRICTED',
  'CONTENT_LABELLED',
  'OTHER',
].map((name) => `DECISION_VISIBILITY_${name}`)

const CONTENT_TYPES = ['APP', 'AUDIO', 'IMAGE', 'OTHER', 'PRODUCT', 'SYNTHETIC_MEDIA', 'TEXT', 'VIDEO'].map(
  (name) => `CONTENT_TYPE_${name}`,
)

export const ILLEGAL = 'DECISION_GROUND_ILLEGAL_CONTENT'
export const INCOMPATIBLE = 'DECISION_GROUND_INCOMPATIBLE_CONTENT'

type Kind =
  | { one: string[] }
  | { some: string[] }
  /** The maximum number of characters. */
  | { text: number; pattern?: RegExp }
  /** YYYY-MM-DD, both included. */
  | { from: string; to: string }
/** Which statements require the attribute; otherwise it may be left out. */
type Rule = Kind & { required: 'always' | 'never' | typeof ILLEGAL | typeof INCOMPATIBLE }

const always = 'always' as const
const LAST_DAY = '2038-01-01'

export const DSA_RULES: Record<string, Rule> = {
  decision_visibility: { some: VISIBILITIES, required: always },
  decision_ground: { one: [ILLEGAL, INCOMPATIBLE], required: always },
  illegal_content_legal_ground: { text: 500, required: ILLEGAL },
  illegal_content_explanation: { text: 2_000, required: ILLEGAL },
  incompatible_content_ground: { text: 500, required: INCOMPATIBLE },
  incompatible_content_explanation: { text: 2_000, required: INCOMPATIBLE },
  decision_facts: { text: 5_000, required: always },
  content_type: { some: CONTENT_TYPES, required: always },
  category: { one: CATEGORIES, required: always },
  territorial_scope: { some: DSA_TERRITORIES, required: always },
  content_language: { one: LANGUAGES, required: 'never' },
  content_date: { from: '2000-01-01', to: LAST_DAY, required: always },
  application_date: { from: '2020-01-01', to: LAST_DAY, required: always },
  source_type: {
    one: [
      'SOURCE_ARTICLE_16',
      'SOURCE_TRUSTED_FLAGGER',
      'SOURCE_TYPE_OTHER_NOTIFICATION',
      'SOURCE_VOLUNTARY',
    ],
    required: always,
  },
  automated_detection: { one: ['Yes', 'No'], required: always },
  automated_decision: {
    one: ['AUTOMATED_DECISION_FULLY', 'AUTOMATED_DECISION_PARTIALLY', 'AUTOMATED_DECISION_NOT_AUTOMATED'],
    required: always,
  },
  puid: { text: 500, pattern: /^[a-zA-Z0-9_-]+$/, required: always },
}
