export const rulesVi = {
  title: 'Thể lệ',
  contactTitle: 'Liên hệ',
  lead: 'Những quy định dưới đây được lập từ chính các thiết lập mà hệ thống dùng để phát đề, chấm điểm và xếp hạng.',
  whoTitle: 'Đối tượng và cách đăng ký',
  whoAccount: 'Đăng ký tài khoản trên trang này với họ tên thật và đơn vị; mỗi người dùng một tài khoản.',
  whoNoTwice: 'Mỗi lúc chỉ được làm một bài thi. Mở trên thiết bị khác là tiếp tục chính bài đang làm.',
  howToTitle: 'Cách làm bài',
  howTo1: 'Mỗi lượt thi, máy chủ rút ngẫu nhiên một đề theo cùng một ma trận câu hỏi cho mọi người.',
  howTo2:
    'Thời gian tính bằng đồng hồ máy chủ, từ khi đề được phát đến khi máy chủ nhận bài nộp, chính xác đến phần nghìn giây.',
  howTo3:
    'Mỗi lựa chọn được lưu ngay. Mất mạng, tắt máy hoặc đổi thiết bị, bạn vào lại và làm tiếp khi còn thời gian.',
  howTo4:
    'Hết giờ mà chưa nộp, hệ thống tính những câu đã lưu; lượt thi đó vẫn được tính và không có dự đoán.',
  scoreTitle: 'Cách tính điểm',
  score1:
    'Câu trả lời đúng được trọn điểm của câu; câu sai hoặc bỏ trống không có điểm và không bị trừ điểm.',
  score2:
    'Câu có nhiều đáp án đúng chỉ được điểm khi chọn đủ các đáp án đúng và không chọn đáp án sai; không chia điểm.',
  score3:
    'Máy chủ chấm ngay khi nộp bài. Đáp án được giữ kín đến khi đợt thi kết thúc và kết quả được tính xong.',
  roundsTitle: 'Các đợt thi',
  window: 'Từ {from} đến trước {to}.',
  paper: '{questions} câu hỏi, {minutes}, mỗi câu đúng {points} điểm, tối đa {max} điểm.',
  paperFrom: 'Câu hỏi rút ngẫu nhiên từ “{bank}” ({law}): {topics}.',
  topic: '{title} {count} câu ({levels})',
  level_1: '{count} nhận biết',
  level_2: '{count} thông hiểu',
  level_3: '{count} vận dụng',
  shuffleBoth: 'Thứ tự câu hỏi và thứ tự phương án của mỗi đề được trộn riêng.',
  shuffleQuestions: 'Thứ tự câu hỏi của mỗi đề được trộn riêng; thứ tự phương án giữ nguyên.',
  shuffleOptions: 'Thứ tự phương án của mỗi đề được trộn riêng; câu hỏi xếp theo chuyên đề.',
  shuffleNone: 'Câu hỏi xếp theo chuyên đề; thứ tự phương án giữ nguyên.',
  flaggedToo: 'Đề có thể gồm câu hỏi đang chờ rà soát theo văn bản mới.',
  attempts: 'Mỗi người được thi tối đa {count} lượt.',
  attemptsUnlimited: 'Không giới hạn số lượt.',
  practiceRound: 'Đợt ôn tập, không tính vào bảng xếp hạng.',
  must_start_before: 'Chỉ cần bắt đầu trước giờ kết thúc là được làm đủ thời gian.',
  must_finish_before: 'Bài làm dừng đúng giờ kết thúc đợt thi; bắt đầu muộn thì thời gian ngắn lại.',
  prediction: 'Câu hỏi dự đoán: “{prompt}”',
  predictionTitle: 'Câu hỏi dự đoán',
  predictionText:
    'Câu hỏi dự đoán trả lời khi nộp bài, không tính điểm, chỉ dùng để xếp hạng. Đáp số được hệ thống tính một lần, sau khi mọi bài của đợt thi đã được chấm. Người bị loại khỏi xếp hạng không được tính vào đáp số. Trong lúc đợt thi mở, các con số công khai được đưa lên chậm hơn để người dự đoán sau không có lợi thế.',
  kind_people_all_right: 'Đáp số là số người có ít nhất một lượt thi trả lời đúng tất cả các câu.',
  kind_people: 'Đáp số là số người có ít nhất một lượt thi được tính.',
  kind_attempts: 'Đáp số là tổng số lượt thi được tính.',
  kind_percentage_all_right:
    'Đáp số là tỷ lệ phần trăm, lấy đến năm chữ số thập phân, số người trả lời đúng tất cả các câu trên số người dự thi.',
  rankingTitle: 'Xếp hạng',
  rankingOf: 'Áp dụng cho: {rounds}',
  rankingOverall: 'Bảng xếp hạng chung cuộc',
  releaseTitle: 'Công bố kết quả',
  release_nothing: 'Nộp bài xong chưa công bố điểm.',
  release_score: 'Nộp bài xong thấy điểm ngay.',
  release_marks: 'Nộp bài xong thấy điểm và câu đúng, câu sai.',
  release_key: 'Nộp bài xong thấy điểm, câu đúng, câu sai, đáp án và căn cứ.',
  after_nothing: 'Sau khi đợt thi kết thúc không công bố chi tiết bài làm.',
  after_score: 'Sau khi đợt thi kết thúc công bố điểm, không công bố đáp án.',
  after_marks: 'Sau khi đợt thi kết thúc, mỗi người thấy câu đúng, câu sai của mình.',
  after_key: 'Sau khi đợt thi kết thúc, mỗi người thấy câu đúng, câu sai của mình kèm đáp án và căn cứ.',
  countersDelayed:
    'Khi đợt thi đang mở, số liệu công khai trễ {hours} giờ và bảng xếp hạng công khai chỉ hiện {rows} hạng dẫn đầu.',
  frozen_until_provisional:
    'Từ {hours} giờ trước khi kết thúc, thứ hạng được giữ kín cho đến khi có kết quả tạm thời.',
  frozen_until_official:
    'Từ {hours} giờ trước khi kết thúc, thứ hạng được giữ kín cho đến khi công bố kết quả chính thức.',
  releaseBoard:
    'Bảng xếp hạng công khai ngay trong lúc thi và là kết quả tạm thời. Mọi gia hạn, kết thúc sớm đều được công bố kèm lý do.',
  releaseReceipt: 'Mỗi bài nộp có một mã biên nhận; ai có mã đều kiểm tra được bài đó trên trang này.',
  receiptLink: 'Tra biên nhận',
  print: 'In thể lệ',
  organizedBy: 'Đơn vị tổ chức: {name}.',
  period: 'Thời gian: từ {from} đến {to}.',
  periodFrom: 'Thời gian: từ {from}.',
  periodTo: 'Thời gian: đến {to}.',
  documentsTitle: 'Tài liệu',
  noRounds: 'Chưa có đợt thi nào được công bố.',
  general: 'Quy định của Ban Tổ chức',
  complaintsTitle: 'Khiếu nại',
  complaintsWho:
    'Người có bài thi được tính ở một đợt thi xếp hạng có quyền khiếu nại về kết quả của mình, về xếp hạng của đợt thi, và về câu hỏi trong bài của mình khi câu hỏi đó đã được công bố. Khiếu nại gửi tại trang kết quả của bài thi.',
  complaintsWhen:
    'Khiếu nại được nhận từ khi bài thi kết thúc cho đến hết {hours} giờ sau khi đợt thi kết thúc. Khi công bố hoặc đính chính kết quả chính thức, Ban Tổ chức ấn định thời hạn mới thay cho thời hạn này.',
  complaintsOfRound: '{round}: nhận khiếu nại trước {time}.',
  complaintsAnswer:
    'Ban Tổ chức tiếp nhận trong {acknowledge} ngày làm việc và trả lời trong {days} ngày làm việc. Người trả lời không phải người soạn câu hỏi hay người đã quyết định về đợt thi.',
  dataTitle: 'Dữ liệu cá nhân',
  dataText:
    'Hệ thống chỉ lưu họ tên, tên đăng nhập hoặc số điện thoại, đơn vị và bài làm. Trang công khai không hiện số điện thoại, tên đăng nhập. Họ tên chỉ hiện khi người dự thi đồng ý riêng và rút lại được bất cứ lúc nào; nếu không, bảng xếp hạng chỉ hiện chữ cái đầu.',
} as const
