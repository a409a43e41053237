/** A share as a length. For the eye only: the number stands beside it. */
export function Bar({ share }: { share: number }) {
  return (
    <span className="bar-track block h-3 w-full overflow-hidden rounded-sm bg-track" aria-hidden="true">
      <span className="bar-fill block h-full rounded-sm bg-accent" style={{ width: `${share}%` }} />
    </span>
  )
}
