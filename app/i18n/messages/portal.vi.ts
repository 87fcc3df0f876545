export const portalVi = {
  title: 'Dành cho cổng thông tin',
  lead: 'Ảnh banner và bảng xếp hạng thu nhỏ để đặt lên cổng thông tin của cơ quan. Chỉ cần sao chép rồi dán, không cần lập trình.',
  chooseTitle: 'Chọn kiểu hiển thị',
  bannerLegend: 'Ảnh banner',
  size: 'Kích thước',
  size_575x72: '575 × 72 – dải ngang (khối NukeViet)',
  size_212x800: '212 × 800 – cột dọc cao (khối NukeViet)',
  size_250x500: '250 × 500 – cột dọc (khối NukeViet)',
  size_728x90: '728 × 90 – dải ngang',
  size_300x250: '300 × 250 – khung chữ nhật',
  size_1200x300: '1200 × 300 – đầu trang',
  format: 'Loại ảnh',
  format_svg: 'SVG – luôn sắc nét (nên dùng)',
  format_png: 'PNG – cho cổng không nhận SVG',
  boardLegend: 'Bảng xếp hạng thu nhỏ',
  boardOf: 'Bảng của',
  wholeContest: 'Cả cuộc thi',
  rows: 'Số người hiện trên bảng',
  rowsHint: 'Từ {min} đến {max}.',
  theme: 'Nền',
  theme_sang: 'Sáng',
  theme_toi: 'Tối',
  'theme_tu-dong': 'Theo máy của người xem',
  apply: 'Cập nhật mã nhúng',
  bannerTitle: 'Ảnh banner',
  bannerText:
    'Ảnh tự đổi chữ theo tình hình cuộc thi (sắp mở, đang mở đến khi nào, đã kết thúc), bạn không phải thay ảnh. Bấm vào ảnh là tới trang cuộc thi.',
  bannerAlt: '{title}: vào thi và xem bảng xếp hạng',
  bannerSnippet: 'Mã nhúng ảnh banner {size}',
  boardTitle: 'Bảng xếp hạng thu nhỏ',
  boardText:
    'Bảng luôn lấy số liệu mới nhất khi trang của cổng được mở. Trong bảng không có mã chạy (JavaScript) và không có dữ liệu nào của người xem.',
  boardSnippet: 'Mã nhúng bảng xếp hạng',
  preview: 'Xem trước',
  copy: 'Sao chép mã',
  copied: 'Đã sao chép. Bạn hãy dán vào cổng thông tin.',
  copyRefused: 'Trình duyệt không cho sao chép tự động. Mã đã được bôi đen, hãy nhấn Ctrl + C.',
  copyByHand: 'Bấm vào ô mã, nhấn Ctrl + A để chọn hết rồi Ctrl + C để sao chép.',
  stepsTitle: 'Cách đặt lên cổng NukeViet',
  htmlTitle: 'Cách 1: khối HTML (nên dùng)',
  htmlStep1: 'Sao chép mã nhúng ở trên.',
  htmlStep2:
    'Đăng nhập trang quản trị của cổng, mở “Quản lý giao diện”, chọn “Quản lý block” rồi bấm “Thêm block”.',
  htmlStep3:
    'Chọn module “Page”, chọn block “global html” và đặt tên block, chẳng hạn “Cuộc thi trực tuyến”.',
  htmlStep4:
    'Trong ô soạn thảo nội dung, bấm nút “Mã HTML” (có nơi ghi “Nguồn” hoặc “Source”) rồi dán mã. Dán khi chưa bấm nút này thì cổng chỉ hiện mã như chữ thường.',
  htmlStep5:
    'Chọn vị trí trên trang, chọn “Tất cả các module” nếu muốn hiện ở mọi trang, bấm “Chấp nhận” và mở trang chủ của cổng để kiểm tra.',
  adTitle: 'Cách 2: module Quảng cáo',
  adText:
    'Module này giữ một bản sao của ảnh nên ngày giờ trên bản sao không tự đổi. Vì vậy hãy dùng ảnh không ghi ngày.',
  adStep1: 'Tải ảnh không ghi ngày về máy:',
  adStep2:
    'Mở module “Quảng cáo”, bấm “Thêm quảng cáo”, chọn khối có đúng kích thước của ảnh và tải ảnh lên.',
  adStep3: 'Ở ô “URL khi click vào hình”, dán địa chỉ:',
  adStep4: 'Ở ô “Chú thích cho hình”, dán:',
  otherTitle: 'Cổng dùng phần mềm khác',
  otherText:
    'Dán mã nhúng vào bất kỳ chỗ nào cho phép soạn HTML. Nếu cổng chỉ cho chèn ảnh và liên kết, hãy dùng địa chỉ ảnh và địa chỉ liên kết nằm trong mã nhúng ảnh banner.',
  troubleTitle: 'Không thấy ảnh hoặc bảng?',
  troubleText:
    'Cổng có thể đang chặn nội dung từ địa chỉ khác. Hãy nhờ người quản trị kỹ thuật của cổng cho phép {origin} trong mục img-src và frame-src của chính sách bảo mật nội dung (CSP).',
  httpTitle: 'Địa chỉ của cuộc thi chưa phải https',
  httpText:
    'Mã nhúng đang dùng địa chỉ {origin}. Cổng chạy https sẽ không hiện nội dung từ địa chỉ http. Ban Tổ chức cần mở trang này bằng địa chỉ chính thức trước khi gửi mã nhúng cho cổng.',
} as const
