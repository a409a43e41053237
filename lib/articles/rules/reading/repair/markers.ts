import { type Rewriting, rewrite } from './rewriting'

const POINTERS = '👉➡▶►➜➤⇒▪●■◆◦•✔✅☑❓❔💬🔗🗣👇🔹🔸⭐📌📣💡'
/** Marks of an answer to tick, read as «[ ]». */
const BOXES = '☐❑❒❏□○◯⚪🔘⬜'
const MARKERS = new RegExp(
  [
    String.raw`(?<asks>(?<=\p{L}\s?)[❓❔⁉]{1,5}(?= ?$))`,
    '(?<arrow>:(?:fleche|arrow|arrowd|right|puce|point)[a-z]{0,6}:)',
    String.raw`(?<=[\s?!.])(?<smiley>:[a-z_]{3,20}:)`,
    `(?<box>[${BOXES}])`,
    `(?<pointer>[${POINTERS}]|[0-9#*]\\u20e3)`,
    '(?<line>^[→»·] )',
  ].join('|'),
  'gimu',
)

/** Replaces emoji pointers, bullets, boxes and forum smileys before a sentence with one bullet or box on its own line. */
export function oneBullet(text: string): Rewriting {
  return rewrite(text, MARKERS, ({ groups, index }) => {
    if (groups?.asks) return '?'
    if (groups?.smiley) return ''
    if (groups?.line) return '• '
    const bullet = groups?.box ? '[ ] ' : '• '
    return index === 0 || text[index - 1] === '\n' ? bullet : `\n${bullet}`
  })
}
