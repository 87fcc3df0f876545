/** What state the result on a board is in, since when, and what the board does not show. */
export const boardStateVi = {
  open: 'Kết quả tạm thời, cập nhật lúc {time}. Đợt thi đang diễn ra nên thứ hạng còn thay đổi.',
  closed: 'Đợt thi kết thúc lúc {since}, hệ thống đang tính những bài cuối cùng. Cập nhật lúc {time}.',
  provisional: 'Kết quả tạm thời, tính lúc {since}; Ban Tổ chức chưa công bố kết quả chính thức.',
  official: 'Kết quả chính thức, công bố lúc {since}.',
  corrected: 'Kết quả đã đính chính lúc {since}.',
  final: 'Kết quả chung cuộc, xác nhận lúc {since}.',
  regradedAt: 'Đợt thi được chấm lại lúc {time}',
  complaintsOpen: 'Nhận khiếu nại đến {until} (còn {left}).',
  complaintsOver: 'Đã hết thời hạn khiếu nại lúc {until}.',
  overall: 'Kết quả tạm thời, cập nhật lúc {time}.',
  predictionLater:
    'Câu hỏi dự đoán được so sau khi đợt thi kết thúc và có thể làm đổi thứ hạng của những người bằng điểm.',
  truth_people_all_right: 'Đáp số câu hỏi dự đoán: {value} người trả lời đúng tất cả các câu.',
  truth_people: 'Đáp số câu hỏi dự đoán: {value} người dự thi.',
  truth_attempts: 'Đáp số câu hỏi dự đoán: {value} lượt thi.',
  truth_percentage_all_right: 'Đáp số câu hỏi dự đoán: {value}% số người trả lời đúng tất cả các câu.',
  truthFacts:
    'Tính một lần lúc {time} từ {people} người dự thi, {peopleAllRight} người đúng tất cả, {attempts} lượt thi{excluded}.',
  truthExcluded: ', sau khi loại {count} người',
  frozenTitle: 'Bảng xếp hạng đang đóng băng từ {since}',
  frozenText:
    'Từ thời điểm đó thứ hạng được ẩn với tất cả mọi người cho đến khi có kết quả. Điểm của bạn vẫn xem được ở trang kết quả bài thi.',
  frozenOwn: 'Thứ hạng đang ẩn',
  leadersText:
    'Khi còn có thể dự đoán, bảng chỉ hiện {rows} hàng dẫn đầu và các con số được đưa lên chậm (tính đến {until}), để người dự đoán sau không có lợi thế. Vì vậy chưa tìm theo tên hay lọc theo đơn vị được; bảng đầy đủ hiện khi có kết quả. Người đã dự thi đăng nhập là thấy điểm và vị trí của mình ngay tại đây.',
  leadersTextWaiting:
    'Khi còn có thể dự đoán, bảng chỉ hiện {rows} hàng dẫn đầu và các con số được công bố từ {from}, để người dự đoán sau không có lợi thế. Vì vậy chưa tìm theo tên hay lọc theo đơn vị được; bảng đầy đủ hiện khi có kết quả. Người đã dự thi đăng nhập là thấy điểm và vị trí của mình ngay tại đây.',
  leadersOwn: 'Ngoài {rows} hàng dẫn đầu',
  totalsFrom: 'Số người dự thi và số lượt thi được công bố từ {from}.',
  totalsUntil: '{people} người · {attempts} lượt thi, tính đến {until}',
} as const
