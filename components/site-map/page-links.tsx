import Link from 'next/link'

/** Renders pages, by address and name, as a list of links. */
export function PageLinks({ pages }: { pages: [href: string, name: string][] }) {
  return (
    <ul className="font-sans">
      {pages.map(([href, name]) => (
        <li key={href}>
          <Link href={href} prefetch={false} className="inline-block py-1.5">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
