export const fingerprintVi = {
  title: 'Dấu vân tay của cấu hình',
  final:
    'Cấu hình đã khóa khi đợt thi mở. Dấu vân tay dưới đây đổi ngay nếu ai đó sửa cách rút đề, chấm điểm, xếp hạng hay bộ câu hỏi.',
  provisional:
    'Tạm thời: cấu hình khóa khi đợt thi mở. Đến lúc đó Ban Tổ chức còn có thể sửa, và dấu vân tay sẽ đổi theo.',
  questions: 'Đề rút từ bộ {count} câu hỏi đã cố định.',
  intact: 'Đã đối chiếu: cấu hình đang dùng đúng như đã công bố.',
  broken: 'Cấu hình đang dùng không còn đúng như đã công bố. Hãy báo Ban Tổ chức.',
  howTitle: 'Cách tự kiểm tra',
  how1: 'Tải tệp cấu hình về, không mở ra lưu lại bằng chương trình khác.',
  how2: 'Tính SHA-256 của tệp. Trên Windows: certutil -hashfile thiet-lap.json SHA256; trên Linux: sha256sum thiet-lap.json',
  how3: 'Kết quả phải trùng từng ký tự với dấu vân tay ở trên. Giờ kết thúc trong tệp là giờ công bố ban đầu; mọi gia hạn nằm trong các quyết định kèm lý do.',
  download: 'Tải tệp cấu hình',
} as const
