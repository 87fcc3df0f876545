export const rulesVi = {
  title: 'Thể lệ',
  lead: 'Phần dưới đây được lập từ chính các thiết lập dùng để phát đề, chấm điểm và xếp hạng.',
  general: 'Quy định chung',
  howToTitle: 'Cách thi',
  howTo1: 'Đăng ký tài khoản với họ tên và đơn vị; mỗi người một tài khoản.',
  howTo2:
    'Mỗi lượt thi, máy chủ rút ngẫu nhiên một đề; đáp án được giữ kín đến khi đợt thi kết thúc và kết quả được tính xong.',
  howTo3: 'Câu có nhiều đáp án đúng chỉ được điểm khi chọn đủ các đáp án đúng và không chọn đáp án sai.',
  howTo4:
    'Thời gian làm bài tính từ khi đề được phát đến khi máy chủ nhận bài nộp, chính xác đến phần nghìn giây.',
  roundsTitle: 'Các đợt thi',
  window: 'Từ {from} đến {to}.',
  paper: '{questions} câu hỏi, {minutes}, mỗi câu đúng {points} điểm.',
  attempts: 'Được thi tối đa {count} lượt; lượt tốt nhất được tính.',
  attemptsUnlimited: 'Không giới hạn số lượt.',
  must_start_before: 'Bắt đầu trước giờ kết thúc thì được làm đủ thời gian.',
  must_finish_before: 'Bài làm phải kết thúc trước giờ đóng đợt thi.',
  prediction:
    'Câu hỏi dự đoán: “{prompt}”. Kết quả để so dự đoán được tính một lần sau khi đợt thi kết thúc; lệch nhiều hay lệch ít hơn cùng một khoảng thì như nhau.',
  release_nothing: 'Sau khi nộp bài chưa công bố điểm.',
  release_score: 'Sau khi nộp bài thấy điểm.',
  release_marks: 'Sau khi nộp bài thấy điểm.',
  release_key: 'Sau khi nộp bài thấy điểm.',
  after_nothing: 'Sau khi kết thúc không công bố đáp án.',
  after_score: 'Sau khi kết thúc công bố điểm.',
  after_marks: 'Sau khi kết thúc công bố câu đúng, câu sai.',
  after_key: 'Sau khi kết thúc công bố đáp án kèm căn cứ.',
  dataTitle: 'Dữ liệu cá nhân',
  dataText:
    'Trang công khai không hiện số điện thoại, tên tài khoản. Họ tên chỉ hiện khi người dự thi đồng ý riêng; nếu không, bảng xếp hạng hiện chữ cái đầu.',
  contactTitle: 'Liên hệ',
} as const
