const DONE_PARAM = 'xong'

const VALUES = {
  created: 'tao',
  saved: 'luu',
  scheduled: 'len-lich',
  unscheduled: 've-nhap',
  renewed: 'bo-cau-hoi-moi',
  copied: 'sao-chep',
  deleted: 'xoa',
  current: 'hien-hanh',
  document_added: 'them-tai-lieu',
  document_removed: 'go-tai-lieu',
} as const

/** What was just done to a contest or round, carried in the address so that a reload repeats nothing. */
export type SetupDone = keyof typeof VALUES

export function setupDoneOf(url: string): SetupDone | null {
  const value = new URL(url).searchParams.get(DONE_PARAM)
  const found = Object.entries(VALUES).find(([, text]) => text === value)

  return found ? (found[0] as SetupDone) : null
}

export function withSetupDone(path: string, done: SetupDone): string {
  return `${path}?${new URLSearchParams({ [DONE_PARAM]: VALUES[done] })}`
}
