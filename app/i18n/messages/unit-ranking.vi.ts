/** Units: how they are compared, and the page of each. */
export const unitRankingVi = {
  formulaTitle: 'Cách xếp hạng đơn vị',
  rateMeaning:
    'Tỷ lệ tham gia = số người có ít nhất một lượt thi được tính ÷ tổng số người của đơn vị do Ban Tổ chức xác nhận.',
  formula_people: 'Đơn vị có nhiều người dự thi hơn xếp trên.',
  formula_rate:
    'Tỷ lệ tham gia = số người có ít nhất một lượt thi được tính ÷ tổng số người của đơn vị do Ban Tổ chức xác nhận. Tỷ lệ cao hơn xếp trên, so bằng phân số chính xác, không làm tròn.',
  formula_rate_and_prizes:
    'Điểm đơn vị = tỷ lệ tham gia tính theo điểm (70 % là 70 điểm) + điểm thưởng cho mỗi giải cá nhân: {points}. Điểm cao hơn xếp trên.',
  formula_mean_of_best:
    'Điểm đơn vị = trung bình điểm của {count} người có kết quả cao nhất; thiếu người thì chỗ đó tính 0 điểm. Điểm cao hơn xếp trên.',
  prizePoints: 'giải thứ {level}: {points} điểm',
  classes: 'Đơn vị được xếp hạng riêng trong từng nhóm theo tổng số người: {classes}.',
  classUpTo: 'đến {to} người',
  classFromTo: 'từ {from} đến {to} người',
  classFrom: 'từ {from} người',
  noHeadCount: 'Đơn vị chưa có tổng số người được xác nhận thì chưa xếp hạng.',
  ties: 'Bằng nhau thì cùng hạng; hạng kế tiếp bỏ qua số đơn vị cùng hạng (1, 2, 2, 4).',
  hidden: 'Thứ hạng đơn vị tính từ kết quả thi nên đang được ẩn cùng với bảng xếp hạng cá nhân.',
  rank: 'Hạng',
  score: 'Điểm đơn vị',
  sizeClass: 'Nhóm',

  backToBoard: 'Bảng xếp hạng đơn vị',
  took: '{people}/{heads} người ({rate})',
  tookOnly: '{people} người dự thi',
  tookLabel: 'Đã dự thi',
  place: 'Hạng của đơn vị',
  placeOf: '{rank}/{units}',
  noPlace: 'Chưa xếp hạng',
  byRound: 'Theo đợt thi',
  round: 'Đợt thi',
  best: 'Kết quả cao nhất',
  bestText: 'Họ tên chỉ hiện khi người dự thi đồng ý công khai. Theo: {board}.',
  overallBoard: 'bảng chung cuộc',
  bestNone: 'Chưa có kết quả nào để hiện.',
  bestHidden: 'Kết quả đang được ẩn cùng với bảng xếp hạng.',
  allOfUnit: 'Xem tất cả trên bảng xếp hạng',
} as const
