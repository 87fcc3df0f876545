export const consoleVi = {
  menu: 'Khu vực Ban Tổ chức',
  sectionOverview: 'Tổng quan',
  sectionComplaints: 'Khiếu nại',
  sectionAnnouncements: 'Thông báo',
  sectionQuestions: 'Câu hỏi',
  sectionStaff: 'Nhân sự',
  sectionAuditLog: 'Nhật ký',
  sectionContests: 'Cuộc thi',
  sectionUnits: 'Đơn vị',
  sectionPeople: 'Người dự thi',
}
