export const fingerprintEn = {
  title: 'Fingerprint of the settings',
  final:
    'The settings locked when the round opened. This fingerprint changes as soon as anybody touches how papers are drawn, scored or ranked, or the questions.',
  provisional:
    'Provisional: the settings lock when the round opens. Until then the organizers may still change them, and the fingerprint with them.',
  questions: 'Papers draw from a fixed set of {count} questions.',
  intact: 'Checked: the settings in use are the published ones.',
  broken: 'The settings in use are not the published ones any more. Please tell the organizers.',
  howTitle: 'How to check it yourself',
  how1: 'Download the settings; do not open and save them with another program.',
  how2: 'Compute the SHA-256 of the file. On Windows: certutil -hashfile thiet-lap.json SHA256; on Linux: sha256sum thiet-lap.json',
  how3: 'The result must equal the fingerprint above, character by character. The end in the file is the one first announced; extensions are among the decisions, with their reasons.',
  download: 'Download the settings',
} as const
