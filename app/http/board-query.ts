const MAX_PAGE = 100_000
const MAX_SEARCH_LENGTH = 80

export type BoardQuery = { page: number; search: string; unitId: string; kind: 'people' | 'units' }

/** The same board on its last page: an address with a page beyond it was right when somebody noted it down. */
export function lastPageAddress(url: string, pageCount: number): string {
  const address = new URL(url)
  address.searchParams.set('trang', String(pageCount))

  return address.pathname + address.search
}

/** What the address of a board asks for; nonsense becomes the first page. */
export function parseBoardQuery(url: string): BoardQuery {
  const { searchParams } = new URL(url)
  const page = Math.trunc(Number(searchParams.get('trang') ?? 1))

  return {
    page: page >= 1 && page <= MAX_PAGE ? page : 1,
    search: (searchParams.get('tim') ?? '').slice(0, MAX_SEARCH_LENGTH),
    unitId: searchParams.get('don-vi') ?? '',
    kind: searchParams.get('xem') === 'don-vi' ? 'units' : 'people',
  }
}
