export const questionImportVi = {
  // refusals of a whole file: "refused_" and the reason
  refused_empty: 'Tệp không có nội dung.',
  refused_too_large: 'Tệp lớn hơn 10 MB. Hãy chia thành nhiều tệp nhỏ hơn.',
  refused_too_many_questions:
    'Tệp có {count} câu hỏi; mỗi lần chỉ nhập được tối đa {limit} câu. Hãy chia tệp.',
  refused_no_questions:
    'Không tìm thấy câu hỏi nào trong tệp. Hãy so với tệp mẫu và các ví dụ trên trang này.',
  refused_unknown_format:
    'Không nhận ra định dạng của tệp. Hãy dùng Excel (.xlsx), Word (.docx), CSV, GIFT, Aiken, Moodle XML hoặc YAML.',
  refused_zip_broken: 'Tệp bị hỏng hoặc chưa tải lên trọn vẹn. Hãy mở tệp, lưu lại rồi tải lên lần nữa.',
  refused_zip_bomb: 'Tệp khi giải nén lớn bất thường nên không được đọc. Hãy lưu lại tệp từ Word hoặc Excel.',
  refused_zip_unsafe_names:
    'Tệp nén chứa tên tệp có đường dẫn không an toàn nên không được đọc. Hãy lưu lại tệp từ Word hoặc Excel.',
  refused_password: 'Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu (Tệp, Thông tin, Bảo vệ) rồi lưu lại.',
  refused_macros:
    'Tệp có chứa macro nên không được đọc. Hãy lưu lại thành “Word Document (.docx)” hoặc “Excel Workbook (.xlsx)”.',
  refused_legacy_word:
    'Đây là tệp Word kiểu cũ (.doc). Hãy mở bằng Word, chọn “Lưu thành” (Save As) và chọn kiểu “Word Document (.docx)”.',
  refused_legacy_excel:
    'Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel, chọn “Lưu thành” (Save As) và chọn kiểu “Excel Workbook (.xlsx)”.',
  refused_legacy_office: 'Đây là tệp Office kiểu cũ. Hãy lưu lại thành .docx hoặc .xlsx.',
  refused_binary_workbook: 'Đây là tệp Excel nhị phân (.xlsb). Hãy lưu lại thành “Excel Workbook (.xlsx)”.',
  refused_open_document: 'Đây là tệp OpenDocument (.odt, .ods). Hãy lưu lại thành .docx hoặc .xlsx.',
  refused_rich_text: 'Đây là tệp RTF. Hãy mở bằng Word và lưu lại thành “Word Document (.docx)”.',
  refused_web_page:
    'Đây là trang web, dù tên tệp có thể là .xls hoặc .doc. Hãy mở bằng Excel hoặc Word rồi lưu lại thành .xlsx hoặc .docx.',
  refused_pdf: 'Không đọc được câu hỏi từ tệp PDF. Hãy dùng tệp Word hoặc Excel gốc.',
  refused_picture: 'Không đọc được câu hỏi từ tệp ảnh. Hãy dùng tệp Word hoặc Excel gốc.',
  refused_archive: 'Đây là tệp nén. Hãy giải nén rồi tải lên từng tệp câu hỏi.',
  refused_xml_dtd: 'Tệp XML có khai báo DTD hoặc thực thể nên không được đọc, vì lý do an toàn.',
  refused_xml_broken: 'Tệp XML sai cú pháp ở dòng {line}.',
  refused_xml_unknown: 'Tệp XML không phải là câu hỏi xuất từ Moodle (phần tử gốc là “{root}”, cần “quiz”).',
  refused_yaml_broken: 'Tệp YAML sai cú pháp ở dòng {line}.',
  refused_sheet_too_large:
    'Trang tính “{sheet}” quá lớn (quá 50.000 dòng). Hãy xóa các dòng thừa rồi lưu lại.',
  refused_document_too_large: 'Tài liệu quá dài. Hãy chia thành nhiều tệp.',

  // places
  placeQuestion: 'câu {question}',
  placeSheet: 'trang tính “{sheet}”',
  placeRow: 'dòng {row}',
  placeColumn: 'cột {column}',
  placeParagraph: 'đoạn {paragraph}',
  placeLine: 'dòng {line}',
  placeFile: 'cả tệp',

  // sources of a key
  source_answer_line: 'dòng “Đáp án”',
  source_key_table: 'bảng đáp án',
  source_question: 'chỗ câu hỏi',
  source_key_column: 'cột đáp án',
  source_tick: 'dấu đánh vào phương án',
  source_background: 'màu nền',
  source_color: 'màu chữ',
  source_underline: 'gạch chân',
  source_bold: 'chữ đậm',
  source_strike: 'gạch ngang',
  source_italic: 'chữ nghiêng',

  // encodings from before Unicode
  encoding_tcvn3: 'TCVN3 (ABC, phông .VnTime)',
  encoding_vni: 'VNI',
  encoding_mojibake: 'UTF-8 bị đọc sai bảng mã',

  // problems: "problem_" and the code
  problem_no_questions: 'Không tìm thấy câu hỏi nào trong tệp. Hãy so với tệp mẫu.',
  problem_too_many_questions: 'Tệp có quá nhiều câu hỏi.',
  problem_legacy_encoding:
    '{count} câu được gõ bằng bảng mã cũ ({encoding}) và đang hiện theo bản chuyển sang Unicode. Hãy xem kỹ rồi đồng ý chuyển mã.',
  problem_key_without_question: 'Bảng đáp án có câu {number} ({words}) nhưng không có câu hỏi này.',
  problem_key_table_ambiguous:
    'Số câu lặp lại ở các phần ({parts} phần) nên không biết {tables} bảng đáp án ứng với phần nào. Hãy đánh số liên tục hoặc đặt bảng đáp án sau từng phần.',
  problem_headings_assumed: 'Không thấy dòng tiêu đề cột; các cột được đoán theo nội dung. Hãy kiểm tra lại.',
  problem_sheet_hidden: 'Trang tính ẩn “{sheet}” không được đọc.',
  problem_sheet_without_questions: 'Trang tính “{sheet}” không có câu hỏi.',
  problem_row_without_question: 'Dòng này không phải là câu hỏi.',
  problem_text_outside_questions: 'Đoạn chữ nằm ngoài các câu hỏi.',
  problem_type_not_supported: 'Loại câu hỏi “{type}” không phải trắc nghiệm chọn phương án nên bị bỏ qua.',
  problem_tracked_changes:
    'Có chỗ đang theo dõi sửa đổi (Track Changes); nội dung được đọc như đã chấp nhận mọi sửa đổi.',
  problem_content_not_read: 'Có nội dung nhúng từ tệp khác không đọc được.',
  problem_stem_missing: 'Thiếu nội dung câu hỏi.',
  problem_too_few_options: 'Chỉ có {count} phương án; cần ít nhất 2.',
  problem_too_many_options: 'Có {count} phương án; nhiều nhất là {limit}.',
  problem_option_empty: 'Phương án {letter} để trống.',
  problem_option_repeated: 'Phương án {second} trùng với phương án {first}.',
  problem_letters_broken: 'Thứ tự chữ cái của các phương án bị sai: {letters}.',
  problem_letters_reordered: 'Các phương án đã được xếp lại theo chữ cái.',
  problem_key_missing: 'Chưa có đáp án đúng.',
  problem_key_out_of_range: 'Đáp án “{words}” không ứng với phương án nào (câu có {count} phương án).',
  problem_key_unreadable:
    'Không hiểu đáp án “{words}”: không phải chữ cái, số thứ tự hay nội dung của một phương án.',
  problem_key_ambiguous: 'Đáp án “{words}” có thể hiểu theo hai cách.',
  problem_key_conflict:
    'Đáp án ghi ở hai chỗ khác nhau: {firstSource} là {firstKey}, {secondSource} là {secondKey}.',
  problem_key_all_options: 'Mọi phương án đều được đánh dấu là đúng.',
  problem_text_too_long: 'Dài {count} ký tự; nhiều nhất là {limit}.',
  problem_question_repeated: 'Câu này đã có ở câu {number} trong cùng tệp.',
  problem_question_repeated_other_key:
    'Câu này trùng với câu {number} trong cùng tệp nhưng đáp án khác: {ownKey} và {otherKey}.',
  problem_stem_repeated: 'Nội dung hỏi giống câu {number}, chỉ khác phương án.',
  problem_citation_unreadable:
    'Không nhận ra điều, khoản, điểm trong căn cứ “{words}”; đã giữ ở cuối phần giải thích.',
  problem_citation_other_document:
    'Căn cứ “{words}” thuộc văn bản khác với luật của ngân hàng; đã giữ ở cuối phần giải thích.',
  problem_difficulty_unreadable:
    'Không hiểu mức độ “{words}” (nhận biết, thông hiểu, vận dụng hoặc 1, 2, 3).',
  problem_code_unreadable:
    'Mã câu hỏi “{words}” chỉ được gồm chữ thường không dấu, số và gạch nối; câu sẽ được cấp mã mới.',
  problem_evidence_too_long: 'Minh chứng dài quá {limit} từ.',
  problem_validity_unreadable: 'Không hiểu ngày hiệu lực “{words}”; hãy ghi như 01/10/2026.',
  problem_validity_order: 'Ngày hết hiệu lực ({validTo}) trước ngày bắt đầu ({validFrom}).',
  problem_several_marked:
    'Có {count} phương án được đánh dấu ({letters}), còn câu hỏi không nói là chọn nhiều. Hãy kiểm tra đáp án.',
  problem_options_supplied: 'Câu không có phương án; đã hiểu là câu hỏi Đúng/Sai.',
  problem_explanation_unlabelled: 'Đoạn sau phương án cuối được hiểu là lời giải thích.',
  problem_line_joined: 'Đoạn này được nối vào phương án phía trên.',
  problem_legacy_font: 'Chữ gõ bằng bảng mã cũ, đã hiện theo bản chuyển sang Unicode; cần đồng ý chuyển mã.',
  problem_lost_characters:
    'Chữ bị mất dấu (thành dấu “?” hoặc ô đen có dấu hỏi) khi lưu tệp; hãy lưu lại từ tệp gốc dạng Unicode.',
  problem_picture_not_imported: 'Có hình ảnh không nhập được; hãy diễn đạt bằng chữ.',
  problem_formula_flattened: 'Công thức toán được chuyển thành chữ thường; hãy kiểm tra lại.',
  problem_text_box: 'Nội dung nằm trong hộp văn bản; hãy kiểm tra thứ tự.',
  problem_hidden_text: 'Có chữ ẩn không được đọc.',
  problem_row_hidden: 'Dòng này đang bị ẩn trong Excel.',
  problem_cell_date: 'Excel đã đổi ô này thành ngày, đang hiện “{shown}”. Có thể tác giả đã gõ “{typed}”.',
  problem_cell_date_short: 'Excel đã đổi ô này thành ngày “{shown}”. Có lẽ tác giả đã gõ “{typed}”.',
  problem_cell_number: 'Ô này là số được định dạng, đọc là “{shown}”.',
  problem_cell_formula: 'Ô này là công thức {formula}; đã lấy kết quả “{shown}”.',
  problem_cell_formula_without_value:
    'Ô này là công thức {formula} chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại.',
  problem_cell_error: 'Ô này đang báo lỗi {shown}.',
  problem_partial_credit: 'Tệp cho điểm từng phần; ở đây chỉ phương án được trọn điểm là đúng.',
  problem_yaml_invalid: 'Mục này sai cấu trúc ở “{field}”.',
  problem_quote_open: 'Dấu ngoặc kép mở ở đây không được đóng, nên phần còn lại của tệp bị đọc thành một ô.',
  problem_syntax_broken: 'Câu này sai cú pháp: thiếu dấu “}” đóng phần phương án.',

  // duplicates of the bank: "duplicate_" and the kind
  duplicate_exact: 'Ngân hàng đã có câu này ({code}).',
  duplicate_other_key: 'CẢNH BÁO: ngân hàng có câu này ({code}) với đáp án khác: {keyWords}.',
  duplicate_same_code: 'Trùng mã với câu {code} của ngân hàng: nhập vào sẽ thành phiên bản mới của câu đó.',
  duplicate_near: 'Gần giống câu {code} của ngân hàng: “{stem}”.',

  // imports
  bankUnknown: 'Không có ngân hàng câu hỏi này.',
  importNotWhole: 'Chưa nhập câu nào, vì có câu không nhập được:',
  importSummary:
    'Thêm mới {added} · phiên bản mới {changed} · không đổi {unchanged} · đã có nên bỏ qua {skipped} · không nhập được {failed}',
  failure_has_errors: 'còn lỗi (xem lệnh preview)',
  failure_topic_unknown: 'ngân hàng không có chủ đề này; hãy chọn chủ đề mặc định',
  failure_undecided: 'ngân hàng có câu này với đáp án khác; cần người quyết định',
  failure_invalid: 'không đúng khuôn dạng của ngân hàng',

  error: 'Lỗi',
  warning: 'Lưu ý',
  proposal: 'Đề xuất: {proposal}',
}
