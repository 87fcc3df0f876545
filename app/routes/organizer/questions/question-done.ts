const DONE_PARAM = 'xong'

/** What was just saved, carried in the address so that a reload repeats nothing. */
export type Saved = 'draft' | 'submitted'

const VALUES = { draft: 'nhap', submitted: 'trinh-duyet' } as const satisfies Record<Saved, string>

export function savedStateOf(url: URL): Saved | null {
  const value = url.searchParams.get(DONE_PARAM)
  if (value === VALUES.draft) return 'draft'

  return value === VALUES.submitted ? 'submitted' : null
}

export function withSaved(path: string, saved: Saved): string {
  return `${path}?${new URLSearchParams({ [DONE_PARAM]: VALUES[saved] })}`
}
