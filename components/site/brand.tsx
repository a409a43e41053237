import Link from 'next/link'
import type { Site } from '@/lib/appearance/queries/site'
import { logoAddress } from '@/lib/appearance/rules/address'

export type BrandProps = { site: Pick<Site, 'name' | 'logo'> }

/** Renders the site's logo, or its name in type, as a link to its first page. */
export function Brand({ site: { name, logo } }: BrandProps) {
  return (
    <Link
      href="/"
      className={`font-semibold text-3xl tracking-tight no-underline ${logo ? 'inline-block' : ''}`}
    >
      {logo ? (
        // biome-ignore lint/performance/noImgElement: a small file of its final size, which nothing could make smaller
        <img
          src={logoAddress(logo.id)}
          alt={name}
          width={logo.width}
          height={logo.height}
          className="logo"
          fetchPriority="low"
        />
      ) : (
        name
      )}
    </Link>
  )
}
