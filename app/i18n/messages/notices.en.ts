export const noticesEn = {
  region: 'Announcements of the organizers',
  severity_info: 'Announcement',
  severity_important: 'Important',
  severity_urgent: 'Urgent',
  hide: 'Hide',
  hideNamed: 'Hide the announcement “{title}”',
  readAll: 'Read all of it',
  editedAt: 'updated at {time}',
}
