import { Fragment } from 'react'
import { findLinks } from '@/lib/comments/rules/links'
import { typeset } from '@/lib/platform/i18n/typography'

type CommentTextProps = { text: string; language: string }

/** Renders a reader's words as plain text. An address becomes a link that vouches for nothing. */
export function CommentText({ text, language }: CommentTextProps) {
  const links = findLinks(text)
  const said = (from: number, to: number) => typeset(text.slice(from, to), language)
  return (
    <>
      {links.map(({ start, end, url }, index) => (
        <Fragment key={start}>
          {said(links[index - 1]?.end ?? 0, start)}
          <a href={url} rel="ugc nofollow noopener noreferrer">
            {text.slice(start, end)}
          </a>
        </Fragment>
      ))}
      {said(links.at(-1)?.end ?? 0, text.length)}
    </>
  )
}
