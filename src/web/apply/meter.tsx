/** Shares of a whole, drawn; the words beside it say the same. */
export function Meter({ parts }: { parts: readonly (readonly [tone: string, count: number])[] }) {
  const all = parts.reduce((sum, [, count]) => sum + count, 0)
  let at = 0
  return (
    <svg className="shares" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {all > 0 && parts.filter(([, count]) => count > 0).map(([tone, count]) => {
        const x = at
        at += (count * 100) / all
        return <rect key={tone} className={tone} x={x} y="0" width={Math.max(0, (count * 100) / all - 0.5)} height="8" />
      })}
    </svg>
  )
}
