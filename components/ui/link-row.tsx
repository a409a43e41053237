import { Children, type ReactNode } from 'react'

/** Renders a few links side by side, marked up as the list they are. */
export function LinkRow({ className = '', children }: { className?: string; children: ReactNode }) {
  if (!Children.toArray(children).length) return null
  return (
    <ul className={`flex flex-wrap gap-x-5 font-sans ${className}`}>
      {Children.map(children, (link) => link && <li>{link}</li>)}
    </ul>
  )
}
