const DONE_PARAM = 'xong'

/** What was just done with an announcement, carried in the address so that a reload repeats nothing. */
export type AnnouncementDone = 'published' | 'saved' | 'withdrawn'

const VALUES = { published: 'da-dang', saved: 'da-luu', withdrawn: 'da-rut' } as const satisfies Record<
  AnnouncementDone,
  string
>

export function announcementDoneOf(url: URL): AnnouncementDone | null {
  const value = url.searchParams.get(DONE_PARAM)
  const done = (Object.keys(VALUES) as AnnouncementDone[]).find((key) => VALUES[key] === value)

  return done ?? null
}

export function withAnnouncementDone(path: string, done: AnnouncementDone): string {
  return `${path}?${new URLSearchParams({ [DONE_PARAM]: VALUES[done] })}`
}
