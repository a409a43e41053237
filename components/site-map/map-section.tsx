import type { ReactNode } from 'react'

type MapSectionProps = { id: string; title: string; children: ReactNode }

/** Renders a part of the site map, under its heading. */
export function MapSection({ id, title, children }: MapSectionProps) {
  return (
    <section className="mt-10" aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-semibold text-2xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
