/** Renders a head as people compare it: its first and last eight characters. The title has all of it. */
export function ShortHead({ head }: { head: string }) {
  return (
    <code className="wrap-anywhere font-mono" title={head}>
      {`${head.slice(0, 8)}…${head.slice(-8)}`}
    </code>
  )
}
