/**
 * Words of two syllables that titles of contests are made of. Vietnamese puts a space between syllables, so a line may
 * break inside a word ("Thi | đua"), which a reader takes for a mistake. No list is complete: what is not in it may
 * still break.
 */
const COMPOUNDS = [
  'ban hành',
  'bảo vệ',
  'biên phòng',
  'cải cách',
  'cán bộ',
  'chuyển đổi',
  'chính phủ',
  'công an',
  'công chức',
  'công dân',
  'công đoàn',
  'cuộc thi',
  'danh hiệu',
  'dân sự',
  'dữ liệu',
  'gia đình',
  'giao thông',
  'giáo dục',
  'giáo viên',
  'giới thiệu',
  'hành chính',
  'hiến pháp',
  'học sinh',
  'học tập',
  'hội đồng',
  'hội thi',
  'huân chương',
  'huy chương',
  'kết quả',
  'khen thưởng',
  'kiến thức',
  'lãng phí',
  'lao động',
  'lịch sử',
  'môi trường',
  'nghị định',
  'người dân',
  'nhân dân',
  'nội vụ',
  'pháp luật',
  'phòng, chống',
  'phối hợp',
  'phổ biến',
  'quy định',
  'quy chế',
  'quốc phòng',
  'sinh viên',
  'tham nhũng',
  'thẩm quyền',
  'thanh niên',
  'thể lệ',
  'thi đua',
  'thủ tục',
  'tiêu cực',
  'tìm hiểu',
  'tổ chức',
  'trực tuyến',
  'trung ương',
  'truyền thống',
  'tuổi trẻ',
  'tư pháp',
  'tư tưởng',
  'văn hóa',
  'viên chức',
  'xếp hạng',
]

const NO_BREAK_SPACE = '\u00a0'
const INSIDE_COMPOUND = new RegExp(`(?<!\\p{L})(?:${COMPOUNDS.join('|')})(?!\\p{L})`, 'giu')
/** "ngày 07/12/2026", "Đợt 2", "năm 2026": a number stays with what it counts. */
const BEFORE_NUMBER = /(?<=(?<!\p{L})(?:ngày|năm|đợt|số|lần|thứ|điều|khoản)) (?=[\dIVX])/giu
/** "Luật Thi đua", "tỉnh Tây Ninh": what something is stays with its name, and a name with itself. */
const BEFORE_NAME =
  /(?<=(?<!\p{L})(?:luật|bộ|sở|ban|tỉnh|xã|phường|huyện|quận|\p{Lu}\p{Ll}+)) (?=\p{Lu}\p{Ll})/gu

/** A dash ends a line rather than beginning one. */
const BEFORE_DASH = / (?=[–—-] )/gu

/** The same text with no-break spaces where a line must not end. */
export function keepTogether(text: string): string {
  return text
    .normalize('NFC')
    .replace(INSIDE_COMPOUND, (compound) => compound.replaceAll(' ', NO_BREAK_SPACE))
    .replace(BEFORE_NUMBER, NO_BREAK_SPACE)
    .replace(BEFORE_NAME, NO_BREAK_SPACE)
    .replace(BEFORE_DASH, NO_BREAK_SPACE)
}
