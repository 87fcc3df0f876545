export const consoleEn = {
  menu: 'Organizer’s console',
  sectionOverview: 'Overview',
  sectionComplaints: 'Complaints',
  sectionAnnouncements: 'Announcements',
  sectionQuestions: 'Questions',
  sectionStaff: 'Staff',
  sectionAuditLog: 'Audit log',
  sectionContests: 'Contests',
  sectionUnits: 'Units',
  sectionPeople: 'Participants',
}
