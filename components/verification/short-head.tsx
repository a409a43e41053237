/** A head as people compare it: its first and last eight signs. The whole of it is in the title. */
export function ShortHead({ head }: { head: string }) {
  return (
    <code className="wrap-anywhere font-mono" title={head}>
      {`${head.slice(0, 8)}…${head.slice(-8)}`}
    </code>
  )
}
