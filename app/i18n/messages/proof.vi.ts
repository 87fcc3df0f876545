export const proofVi = {
  title: 'Kiểm chứng kết quả',
  text: 'Kết quả chính thức được lưu nguyên trạng lúc {time}. Mã băm SHA-256 của danh sách kết quả:',
  contents:
    'Tệp kết quả có các cột của bảng xếp hạng; mỗi người là một mã, không có họ tên, bài làm hay đáp án.',
  howTitle: 'Cách tự kiểm tra',
  how1: 'Tải tệp kết quả về.',
  how2: 'Với mã nguồn của Hội Thi, chạy: npm run verify-results -- TỆP.json. Thứ tự và hạng của mọi dòng được tính lại, không cần cơ sở dữ liệu.',
  how3: 'Mã băm mà chương trình in ra phải trùng từng ký tự với mã ở trên.',
  how4: 'Tra biên nhận của mình: trang tra cứu cho biết hạng và mã của dòng đó trong tệp.',
  download: 'Tải tệp kết quả',
  staffTitle: 'Tệp kết quả',
  staffText:
    'Lưu nguyên trạng lúc {time}. Tệp đầy đủ có bài làm và đáp án dưới mã thay cho họ tên, để kiểm tra lại toàn bộ; bảng tính có họ tên, chỉ dùng trong Ban Tổ chức.',
  staffWaiting: 'Tệp kết quả đang được lưu; hãy tải lại trang sau ít giây.',
  staffJson: 'Tệp đầy đủ (JSON)',
  staffXlsx: 'Bảng tính (XLSX)',
  publishedLabel: 'Trong danh sách đã công bố',
  publishedListed: 'Có, hạng {rank}. Mã trong tệp kết quả: {pseudonym}',
  publishedOther: 'Lượt khác của người này đứng trong danh sách.',
  publishedNot: 'Không có trong danh sách chính thức.',
} as const
