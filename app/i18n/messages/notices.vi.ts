export const noticesVi = {
  region: 'Thông báo của Ban Tổ chức',
  severity_info: 'Thông báo',
  severity_important: 'Quan trọng',
  severity_urgent: 'Khẩn',
  hide: 'Ẩn',
  hideNamed: 'Ẩn thông báo “{title}”',
  readAll: 'Đọc toàn bộ',
  editedAt: 'cập nhật lúc {time}',
} as const
