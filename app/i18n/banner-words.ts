import type { Headline } from '../core/contests/contest-headline.ts'
import { createFormatters } from './formatters.ts'

export type BannerWords = {
  round: string
  state: string
  detail: string
  action: string
}

/** A copy of a picture, kept by a portal, can say nothing that time makes untrue. */
const TIMELESS: BannerWords = {
  round: '',
  state: 'Thi trực tuyến',
  detail: 'trên điện thoại và máy tính',
  action: 'Vào cuộc thi',
}

/**
 * What a banner says beside the title. In Vietnamese only, whatever language the reader chose here: the picture hangs on
 * Vietnamese portals and is the same for everybody.
 * @param announcement null for words that stay true without being asked for again
 */
export function bannerWordsOf(announcement: Headline | null): BannerWords {
  if (!announcement) return TIMELESS
  const { dateTime } = createFormatters('vi')

  switch (announcement.kind) {
    case 'open':
      return {
        round: announcement.round.title,
        state: 'Đang mở',
        detail: `đến ${dateTime(announcement.until)}`,
        action: 'Vào\u00a0thi',
      }
    case 'upcoming':
      return {
        round: announcement.round.title,
        state: 'Sắp mở',
        detail: `từ ${dateTime(announcement.from)}`,
        action: 'Xem thể lệ',
      }
    case 'counting':
      return {
        round: announcement.round.title,
        state: 'Đã kết thúc',
        detail: 'đang tổng hợp kết quả',
        action: 'Xem kết quả',
      }
    case 'results':
      return {
        round: announcement.round.title,
        state: 'Đã kết thúc',
        detail: 'mời xem bảng xếp hạng',
        action: 'Xem kết quả',
      }
    case 'announced':
      return { round: '', state: 'Sắp diễn ra', detail: 'thời gian sẽ được thông báo', action: 'Xem thể lệ' }
    default:
      return announcement satisfies never
  }
}
