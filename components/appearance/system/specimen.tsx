import type { ReactNode } from 'react'

/**
 * Renders a component in one of its states, with the state's name above it. `focus` shows it with focus on it or inside
 * it; such a specimen is inert.
 */
export function Specimen({
  name,
  focus,
  children,
}: {
  name: string
  focus?: 'itself' | 'inside'
  children: ReactNode
}) {
  return (
    <div className="min-w-0">
      <p className="mb-2 border-rule border-b font-sans text-muted text-sm">{name}</p>
      <div data-focus={focus} inert={focus !== undefined}>
        {children}
      </div>
    </div>
  )
}

/** Renders specimens of one kind side by side, under a heading. */
export function Specimens({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h3 className="mb-4 font-semibold text-xl">{title}</h3>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(24rem,100%),1fr))] gap-x-10 gap-y-8">
        {children}
      </div>
    </section>
  )
}
