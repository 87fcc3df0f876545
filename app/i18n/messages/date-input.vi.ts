/** Fields for days and times. */
export const dateInputVi = {
  date: 'ngày/tháng/năm',
  'datetime-local': 'ngày/tháng/năm giờ:phút',
  open: 'Chọn trên lịch',
} as const
