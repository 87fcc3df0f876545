/** Every address of the public contract, in one place (design: URLs are Vietnamese, code is English). */
export const paths = {
  home: '/',
  register: '/dang-ky',
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  account: '/tai-khoan',
  password: '/tai-khoan/mat-khau',
  rules: '/the-le',
  statistics: '/thong-ke',
  announcements: '/thong-bao',
  practice: '/on-tap',
  portalKit: '/cong-thong-tin',
  receiptCheck: '/bien-nhan',
  board: '/bang-xep-hang',
  preferences: '/tuy-chon',
  staySignedIn: '/duy-tri-dang-nhap',
  organizer: '/to-chuc',
  round: (slug: string) => `/dot-thi/${slug}`,
  roundBoard: (slug: string) => `/dot-thi/${slug}/bang-xep-hang`,
  takePaper: (attemptId: string) => `/lam-bai/${attemptId}`,
  result: (attemptId: string) => `/ket-qua/${attemptId}`,
  receipt: (code: string) => `/bien-nhan/${code}`,
  oneTimeSignIn: (token: string) => `/dang-nhap/mot-lan/${token}`,
  organizerRound: (slug: string) => `/to-chuc/dot-thi/${slug}`,
  embeddedBoard: '/nhung/bang-xep-hang',
  banner: (name: string) => `/nhung/banner/${name}`,
} as const

/** The address to go to after signing in, if it is one of ours; anything else could lead people away. */
export function ownPathOr(candidate: string | null, fallback: string): string {
  const isOwn = candidate !== null && /^\/(?![/\\])/.test(candidate)

  return isOwn ? candidate : fallback
}
