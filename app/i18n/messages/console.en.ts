export const consoleEn = {
  menu: 'Organizer’s console',
  sectionOverview: 'Overview',
  sectionComplaints: 'Complaints',
  sectionAnnouncements: 'Announcements',
}
