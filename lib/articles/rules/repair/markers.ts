import { type Rewriting, rewrite } from './rewriting'

const POINTERS = '👉➡▶►➜➤⇒▪●■◆◦•✔✅☑❓❔💬🔗🗣👇🔹🔸⭐📌📣💡☐□○◯⚪🔘⬜'
const MARKERS = new RegExp(
  [
    String.raw`(?<asks>(?<=\p{L}\s?)[❓❔⁉]{1,5}(?= ?$))`,
    '(?<arrow>:(?:fleche|arrow|arrowd|right|puce|point)[a-z]{0,6}:)',
    String.raw`(?<=[\s?!.])(?<smiley>:[a-z_]{3,20}:)`,
    `(?<pointer>[${POINTERS}]|[0-9#*]\\u20e3)`,
    '(?<line>^[→»·] )',
  ].join('|'),
  'gimu',
)

/** Replaces emoji pointers, bullets and forum smileys before a sentence with one bullet on its own line. */
export function oneBullet(text: string): Rewriting {
  return rewrite(text, MARKERS, ({ groups, index }) => {
    if (groups?.asks) return '?'
    if (groups?.smiley) return ''
    if (groups?.line) return '• '
    return index === 0 || text[index - 1] === '\n' ? '• ' : '\n• '
  })
}
