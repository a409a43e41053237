/** Renders a share, in unrounded per cents, as a length. For the eye only: the number stands beside it. */
export function Bar({ share }: { share: { exact: number } }) {
  return (
    <span className="bar-track block h-3 w-full overflow-hidden rounded-sm bg-track" aria-hidden="true">
      <span className="bar-fill block h-full rounded-sm bg-accent" style={{ width: `${share.exact}%` }} />
    </span>
  )
}
