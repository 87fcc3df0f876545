export const dateInputEn = {
  date: 'dd/mm/yyyy',
  'datetime-local': 'dd/mm/yyyy hh:mm',
  open: 'Pick from a calendar',
} as const
