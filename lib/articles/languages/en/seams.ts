import type { Seams } from '../pack'

/** English words before which a paste loses line ends, as written. */
export const seams: Seams = {
  starters: [
    'What (?:do|did|would|are|is|will|should)',
    'How (?:do|did|would|will|about)',
    '(?:Do|Did|Would|Will|Have|Are|Should|Can|Could) (?:you|it|this|the)',
    'Have your say',
    'Tell us',
    'Let us know',
  ],
  plainStarters: ['What do you think'],
  openers: ["What(?:['’]s)?", 'Which', 'Why', 'How', 'If'],
  afters: [
    'READ (?:MORE|ALSO|NEXT)',
    'RELATED',
    'Read (?:more|also|next) ?:?',
    'See also ?:?',
    'Related(?: articles?| posts?| stories)? ?:',
    'Keywords ?:',
  ],
}
