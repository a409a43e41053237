import type { ReactNode } from 'react'

/**
 * Renders a region for content that may be wider than a phone, or than double-size text allows. It scrolls by itself,
 * by keyboard too.
 */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="relative mt-3 overflow-x-auto" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
