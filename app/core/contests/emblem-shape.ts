/** The mark in numbers: the fourteen-rayed sun and the rings of a Đông Sơn drum, in a square of 100. */
export const EMBLEM_SIZE = 100
export const EMBLEM_RINGS = [
  { radius: 47, width: 2.5 },
  { radius: 42, width: 1 },
  { radius: 37.5, width: 3.5, dashes: '1.6 3.29' },
  { radius: 33, width: 1 },
] as const

const RAYS = 14
const CENTER = EMBLEM_SIZE / 2
const OUTER_RADIUS = 30
const INNER_RADIUS = 11

/** The outline of the sun: rays of the outer radius, valleys of the inner one. */
export const EMBLEM_SUN = `M${Array.from({ length: RAYS * 2 }, (_, index) => {
  const angle = (Math.PI * index) / RAYS - Math.PI / 2
  const radius = index % 2 === 0 ? OUTER_RADIUS : INNER_RADIUS

  return `${(CENTER + radius * Math.cos(angle)).toFixed(2)} ${(CENTER + radius * Math.sin(angle)).toFixed(2)}`
}).join('L')}Z`
