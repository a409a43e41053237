import { QUOTE_CLOSES, QUOTE_OPENS } from './html'
import { type Rewriting, rewrite } from './rewriting'

const MARKS = new RegExp(
  [
    String.raw`!\[[^[\]\n]{0,300}\]\([^()\s]{0,1000}\)`,
    String.raw`\[(?<link>[^[\]\n]{1,300})\]\([^()\s]{0,1000}(?: "[^"\n]{0,200}")?\)`,
    String.raw`\[(?<code>\/?(?:b|i|u|s|url|img|list|color|size|center|font|quote))(?:=[^\]\n]{0,300})?\]`,
    String.raw`(?<![\p{L}\d*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\p{L}\d*])`,
    String.raw`(?<![\p{L}\d_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\d_])`,
    String.raw`~~|\x60+|\\(?=[*_#\[\]()!~\x60?.-])`,
    String.raw`^[ \t]{0,3}(?:-{3,200}|\*{3,200}|_{3,200}|={3,200})[ \t]{0,3}$`,
  ].join('|'),
  'gimu',
)

/** Removes Markdown and forum marks, and keeps the words of links. */
export function dropMarks(text: string): Rewriting {
  return rewrite(text, MARKS, ({ groups }) => {
    const code = groups?.code?.toLowerCase()
    if (code === 'quote') return `\n${QUOTE_OPENS}\n`
    if (code === '/quote') return `\n${QUOTE_CLOSES}\n`
    return groups?.link ?? ''
  })
}
