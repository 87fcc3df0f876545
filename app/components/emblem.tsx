const RAYS = 14
const CENTER = 50

/**
 * The platform's own mark: the fourteen-rayed sun and the rings of a Đông Sơn drum. Drawn from numbers, so it stays
 * crisp at any size; takes the colour of the text around it.
 */
export function Emblem({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={className} fill="none" stroke="currentColor">
      <circle cx={CENTER} cy={CENTER} r="47" strokeWidth="2.5" />
      <circle cx={CENTER} cy={CENTER} r="42" strokeWidth="1" />
      <circle cx={CENTER} cy={CENTER} r="37.5" strokeWidth="3.5" strokeDasharray="1.6 3.29" />
      <circle cx={CENTER} cy={CENTER} r="33" strokeWidth="1" />
      <path d={starPath(30, 11)} fill="currentColor" stroke="none" />
    </svg>
  )
}

/** The outline of the sun: rays of the outer radius, valleys of the inner one. */
export function starPath(outer: number, inner: number): string {
  const points = Array.from({ length: RAYS * 2 }, (_, index) => {
    const angle = (Math.PI * index) / RAYS - Math.PI / 2
    const radius = index % 2 === 0 ? outer : inner

    return `${(CENTER + radius * Math.cos(angle)).toFixed(2)} ${(CENTER + radius * Math.sin(angle)).toFixed(2)}`
  })

  return `M${points.join('L')}Z`
}
