/** A share as a bar beside its number: drawn with attributes, because the policy of the page allows no inline styles. */
export function ShareBar({ share }: { share: number }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10

  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-2 w-full rounded-full"
    >
      <rect width="100" height="6" className="fill-sunken" />
      <rect width={width} height="6" className="fill-gold" />
    </svg>
  )
}
