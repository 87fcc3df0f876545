/** The words on a banner, ready to be drawn. */
export type BannerTexts = {
  title: string
  organizer: string
  /** Title of the round that is told of; empty when none is. */
  round: string
  /** How the contest stands, in two or three words: "Đang mở". */
  state: string
  /** What goes with it: "đến 17:00 ngày 07/12/2026". */
  detail: string
  /** What a click is good for: "Vào thi". */
  action: string
}
