export const questionUploadVi = {
  // uploading
  title: 'Nhập câu hỏi từ tệp',
  lead: 'Tải lên tệp Word, Excel hoặc tệp câu hỏi khác, xem trước và sửa ngay tại đây. Chưa có gì vào ngân hàng cho tới khi bạn bấm nhập.',
  backToBank: 'Ngân hàng câu hỏi',
  file: 'Tệp câu hỏi',
  fileHint:
    'Bấm để chọn hoặc kéo thả tệp vào ô này. Word (.docx), Excel (.xlsx), CSV, GIFT, Aiken, Moodle XML hoặc YAML; tối đa 10 MB và 5.000 câu.',
  upload: 'Tải lên và xem trước',
  uploading: 'Đang tải lên và đọc tệp…',
  upload_missing: 'Hãy chọn một tệp.',
  upload_too_large: 'Tệp lớn hơn 10 MB. Hãy chia thành nhiều tệp nhỏ hơn.',
  templatesTitle: 'Tệp mẫu',
  templateXlsx: 'Mẫu Excel',
  templateDocx: 'Mẫu Word',
  templatesHint: 'Các ví dụ trong tệp mẫu nhập được ngay; hãy thay bằng câu của bạn.',
  formatsTitle: 'Viết thế nào thì đọc được?',
  wordLetters: 'Word: đánh chữ cái A, B, C, D',
  wordLettersText:
    'Phương án đúng in đậm, gạch chân, tô màu hoặc có dấu * phía trước; hoặc ghi dòng “Đáp án: B” dưới mỗi câu; hoặc lập bảng đáp án ở cuối (1-B, 2-C …). Đánh số tự động của Word cũng đọc được.',
  wordLettersExample: `Câu 1. Một tuần có bao nhiêu ngày?
A. Sáu ngày
B. Bảy ngày
C. Tám ngày
Đáp án: B
Giải thích: …
Căn cứ: Khoản 1 Điều 5`,
  wordStars: 'Word: mỗi phương án một dòng',
  wordStarsText: 'Dấu * trước phương án đúng, dấu > trước lời giải thích, một dòng trống giữa hai câu.',
  wordStarsExample: `Một tuần có bao nhiêu ngày?
Sáu ngày
*Bảy ngày
Tám ngày
>Tính từ thứ hai đến chủ nhật.

Số nào dưới đây là số chẵn?
…`,
  excel: 'Excel và CSV',
  excelText:
    'Một dòng tiêu đề rồi mỗi câu một dòng. Thứ tự cột tùy ý; tên cột gần giống cũng nhận ra. Đáp án ghi chữ cái (B hoặc A, C), số thứ tự hoặc đúng nguyên văn phương án.',
  excelExample: `Nội dung câu hỏi | Phương án A | Phương án B | Phương án C | Đáp án đúng | Giải thích | Căn cứ | Chủ đề | Mức độ`,
  notRead:
    'Không đọc tệp .doc, .xls kiểu cũ, tệp có macro, tệp đặt mật khẩu, PDF và ảnh: hãy lưu lại thành .docx hoặc .xlsx.',
  waiting: 'Tệp đang chờ nhập',
  waitingHint: 'Mọi chỗ đã sửa được giữ trên máy chủ. Tệp tự xóa {days} ngày sau lần sửa cuối cùng.',
  waitingRow: '{questions} câu · {name} tải lên {time} · tự xóa {removed} nếu không ai sửa tiếp',

  // the preview
  previewTitle: 'Xem trước: {file}',
  previewLead:
    'Chưa có gì vào ngân hàng. Mọi chỗ sửa được lưu ngay trên máy chủ: bạn có thể đóng trang và quay lại sau.',
  import_gone: 'Tệp này vừa được nhập, đang được nhập hoặc đã bị xóa. Chưa làm gì thêm.',
  import_not_whole:
    'Chưa nhập câu nào: còn câu không nhập được mà bạn chọn “Tất cả hoặc không câu nào”. Hãy sửa, quyết định hoặc bỏ các câu đó.',
  question_not_found: 'Câu này vừa được người khác sửa hoặc không còn. Hãy xem lại rồi thử lần nữa.',
  step_overtaken: 'Có việc khác vừa được làm hoặc hoàn tác. Hãy xem lại rồi thử lần nữa.',
  nothing_selected: 'Hãy đánh dấu ít nhất một câu đã xem đáp án.',
  topic_unknown: 'Ngân hàng không có chuyên đề này. Hãy chọn lại.',
  offline: 'Chưa gửi được vì mất kết nối mạng. Nội dung bạn gõ vẫn còn nguyên: hãy thử lại khi có mạng.',
  input_invalid: 'Biểu mẫu gửi lên không đầy đủ. Hãy tải lại trang và thử lần nữa.',
  fileProblems: 'Về cả tệp',
  skippedTitle: 'Phần không đọc thành câu hỏi: {count}',
  moreSkipped: '… và {count} chỗ nữa.',
  countAll: 'Tất cả',
  countErrors: 'Có lỗi',
  countWarnings: 'Có lưu ý',
  countDuplicates: 'Trùng hoặc gần giống',
  countIncomplete: 'Thiếu giải thích, căn cứ',
  countGood: 'Không vấn đề',
  countRemoved: 'Đã bỏ ra',
  filterLabel: 'Lọc câu hỏi',
  nothingHere: 'Không có câu nào ở mục này.',
  legacyTitle: '{count} câu gõ bằng phông chữ cũ',
  legacyText:
    'Các câu dưới đây đang hiện theo bản đã chuyển sang Unicode. Hãy xem vài câu, nếu đọc đúng thì đồng ý chuyển cả tệp.',
  legacyAgree: 'Đồng ý chuyển cả tệp',
  importTitle: 'Nhập vào ngân hàng',
  willImport: 'Sẽ nhập: {count} câu',
  willDraft: 'Trong đó vào dạng bản nháp, vì thiếu lời giải thích hoặc căn cứ: {count}',
  willSkip: 'Bỏ qua vì ngân hàng đã có: {count}',
  willFail: 'Không nhập vì còn lỗi: {count}',
  willWait: 'Chờ bạn quyết định (trùng câu, khác đáp án): {count}',
  willLack: 'Chưa có chuyên đề: {count}',
  defaultTopic: 'Chuyên đề cho câu chưa có chuyên đề',
  defaultTopicHint: 'Có {count} câu không ghi chuyên đề nào của ngân hàng.',
  noTopic: 'Chưa chọn',
  topicNeeded: 'Hãy chọn chuyên đề: {count} câu chưa nhập được vì thiếu.',
  defaultDifficulty: 'Mức độ cho câu chưa ghi mức độ',
  defaultDifficultyHint: 'Có {count} câu không ghi mức độ.',
  mode: 'Khi còn câu không nhập được',
  mode_all_good: 'Nhập các câu tốt, để lại câu lỗi để tải về',
  mode_all_or_nothing: 'Tất cả hoặc không câu nào',
  saveChoices: 'Cập nhật lựa chọn',
  twoPeople:
    'Câu đủ lời giải thích và căn cứ sẽ chờ một người khác duyệt; câu còn thiếu là bản nháp, bổ sung xong mới trình duyệt được. Chỉ câu đã duyệt mới được dùng để ra đề.',
  incompleteRows: 'Tải các câu còn thiếu (Excel) để điền',
  apply: 'Nhập {count} câu',
  applying: 'Đang nhập…',
  nothingToImport: 'Chưa có câu nào nhập được.',
  discard: 'Xóa tệp này',
  discardWarning: 'Tệp đã tải lên và mọi chỗ đã sửa ở đây sẽ mất.',
  discardConfirm: 'Xóa hẳn',
  failedRows: 'Tải các câu không nhập được (Excel)',
  running: 'Đã ghi {done} trên {total} câu…',
  removedAt: 'Tệp này tự xóa lúc {time} nếu không ai sửa tiếp; mỗi lần sửa thì được giữ lâu thêm.',
  cutOff:
    'Lần nhập trước bị ngắt giữa chừng (máy chủ khởi động lại), phát hiện lúc {time}. Chưa câu nào vào ngân hàng, mọi chỗ sửa còn nguyên: hãy bấm nhập lại.',
  runningOther: 'Tệp này đang được nhập.',

  // one question
  question: 'Câu {number}',
  noStem: '(chưa có nội dung câu hỏi)',
  noOption: '(để trống)',
  topicUnknown: '“{topic}”: ngân hàng không có chuyên đề này',
  topicNone: 'Chưa có chuyên đề',
  difficultyNone: 'chưa ghi mức độ',
  problems: 'Vấn đề',
  excerpt: 'Đoạn: “{excerpt}”',
  takeProposal: 'Dùng “{proposal}”',
  edit: 'Sửa câu {number}',
  remove: 'Bỏ câu {number} ra',
  restore: 'Lấy lại câu {number}',
  tryIt: 'Xem như người dự thi',
  hideIt: 'Đóng bản xem thử',
  saveFix: 'Lưu và kiểm tra lại',
  working: 'Đang lưu…',
  cancel: 'Thôi',
  kept: 'Đã lấy lại những gì bạn gõ dở.',
  keptDiscard: 'Bỏ phần gõ dở',
  duplicateTitle: 'Ngân hàng đã có câu giống câu này',
  contradictionTitle: 'MÂU THUẪN: cùng câu hỏi, khác đáp án',
  inFile: 'Trong tệp',
  inBank: 'Trong ngân hàng ({code})',
  keyOf: 'Đáp án: {words}',
  noKey: 'chưa có',
  decide: 'Làm gì với câu này?',
  decision_skip: 'Bỏ qua',
  decision_add: 'Thêm thành câu mới',
  decision_replace: 'Thành phiên bản mới của {code}',
  undecided: 'Chưa quyết định: câu này chưa được nhập.',
  isChosen: 'đang chọn',
  badgeError: 'Có lỗi',
  badgeWarning: 'Có lưu ý',
  badgeUndecided: 'Chờ quyết định',
  badgeSkipped: 'Sẽ bỏ qua',
  badgeGood: 'Tốt',

  // after an action
  done_fixed: 'Đã lưu câu {number}. Không còn lỗi.',
  done_fixed_left: 'Đã lưu câu {number}, nhưng câu này vẫn còn lỗi.',
  done_removed: 'Đã bỏ câu {number} ra khỏi lần nhập. Có thể lấy lại ở mục “Đã bỏ ra”.',
  done_restored: 'Đã lấy lại câu {number}.',
  done_decided_many: 'Đã ghi quyết định cho {count} câu. Hoàn tác được cho tới khi nhập.',
  done_proposed_many: 'Đã dùng đề xuất ở {count} câu. Hoàn tác được cho tới khi nhập.',
  done_undone: 'Đã hoàn tác: {count} câu trở lại như trước.',
  done_undone_some: 'Đã hoàn tác {count} câu. Câu nào được sửa hay quyết định riêng sau đó thì giữ nguyên.',
  done_converted: 'Đã chuyển cả tệp sang Unicode.',

  // the result
  resultTitle: 'Kết quả nhập: {file}',
  result:
    'Đã nhập: {added} câu mới, {changed} phiên bản mới. Không đổi {unchanged}, bỏ qua {skipped}, không nhập được {failed}.',
  resultWaits: '{count} câu đang chờ một người khác duyệt; bạn không duyệt được câu do chính mình nhập.',
  resultDrafts: '{count} câu là bản nháp vì thiếu lời giải thích hoặc căn cứ: hãy bổ sung rồi trình duyệt.',
  seeIncomplete: 'Bổ sung các câu còn thiếu',
  seeWaiting: 'Xem các câu chờ duyệt',
  resultFailed: 'Tải các câu không nhập được về, sửa trong Excel rồi tải lên lần nữa.',
  uploadAnother: 'Nhập tệp khác',

  // taking questions out
  importButton: 'Nhập từ tệp',
  exportTitle: 'Tải câu hỏi về',
  exportText:
    'Các câu đã duyệt khớp với bộ lọc hiện tại, kèm đáp án trừ đề in. Việc tải về được ghi vào nhật ký.',
  export_xlsx: 'Excel (.xlsx)',
  export_gift: 'GIFT',
  export_moodle: 'Moodle XML',
  export_yaml: 'YAML (.zip)',
  'export_docx-paper': 'Đề in (Word)',
  'export_docx-key': 'Đáp án in (Word)',
  printPaper: 'Tải đề (Word)',
  printKey: 'Tải đáp án (Word)',
}
