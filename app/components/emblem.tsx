import { EMBLEM_RINGS, EMBLEM_SIZE, EMBLEM_SUN } from '../core/contests/emblem-shape.ts'

const CENTER = EMBLEM_SIZE / 2

/**
 * The platform's own mark. Drawn from numbers (core/contests/emblem-shape.ts), so it stays crisp at any size and is the same on
 * pages and on pictures; takes the colour of the text around it.
 */
export function Emblem({ className }: { className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${EMBLEM_SIZE} ${EMBLEM_SIZE}`}
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
    >
      {EMBLEM_RINGS.map((ring) => (
        <circle
          key={ring.radius}
          cx={CENTER}
          cy={CENTER}
          r={ring.radius}
          strokeWidth={ring.width}
          strokeDasharray={'dashes' in ring ? ring.dashes : undefined}
        />
      ))}
      <path d={EMBLEM_SUN} fill="currentColor" stroke="none" />
    </svg>
  )
}
