import type { questionUploadVi } from './question-upload.vi.ts'

export const questionUploadEn: { [K in keyof typeof questionUploadVi]: string } = {
  title: 'Import questions from a file',
  lead: 'Upload a Word, Excel or other question file, look at it and correct it here. Nothing enters the bank before you import.',
  backToBank: 'Question bank',
  file: 'Question file',
  fileHint:
    'Click to choose a file or drop it here. Word (.docx), Excel (.xlsx), CSV, GIFT, Aiken, Moodle XML or YAML; at most 10 MB and 5,000 questions.',
  upload: 'Upload and preview',
  uploading: 'Uploading and reading the file…',
  upload_missing: 'Choose a file.',
  upload_too_large: 'The file is larger than 10 MB. Split it into smaller ones.',
  templatesTitle: 'Templates',
  templateXlsx: 'Excel template',
  templateDocx: 'Word template',
  templatesHint: 'The examples in a template can be imported as they are; put your own in their place.',
  formatsTitle: 'How must it be written?',
  wordLetters: 'Word: letters A, B, C, D',
  wordLettersText:
    'The right option is bold, underlined, coloured or has a * before it; or there is a line “Đáp án: B” below each question; or a key table at the end (1-B, 2-C …). Word’s automatic numbering is read too.',
  wordLettersExample: `Câu 1. Một tuần có bao nhiêu ngày?
A. Sáu ngày
B. Bảy ngày
C. Tám ngày
Đáp án: B
Giải thích: …
Căn cứ: Khoản 1 Điều 5`,
  wordStars: 'Word: one option per line',
  wordStarsText:
    'A * before the right option, a > before the explanation, a blank line between two questions.',
  wordStarsExample: `Một tuần có bao nhiêu ngày?
Sáu ngày
*Bảy ngày
Tám ngày
>Tính từ thứ hai đến chủ nhật.

Số nào dưới đây là số chẵn?
…`,
  excel: 'Excel and CSV',
  excelText:
    'A row of headings, then one row per question. Columns in any order; similar headings are recognised. The key is a letter (B, or A, C), a number or the exact words of the option.',
  excelExample: `Nội dung câu hỏi | Phương án A | Phương án B | Phương án C | Đáp án đúng | Giải thích | Căn cứ | Chủ đề | Mức độ`,
  notRead:
    'Old .doc and .xls files, files with macros or a password, PDF and pictures are not read: save them as .docx or .xlsx.',
  waiting: 'Files waiting to be imported',
  waitingHint:
    'All corrections are kept on the server. A file nobody uses is deleted {days} days after its upload.',
  waitingRow: '{questions} questions · uploaded by {name} {time}',

  previewTitle: 'Preview: {file}',
  previewLead:
    'Nothing is in the bank yet. Every correction is stored on the server at once: you can close the page and come back later.',
  import_gone: 'This file was just imported, is being imported or was deleted. Nothing more was done.',
  import_not_whole:
    'Nothing was imported: some questions can’t be, and you chose “all or nothing”. Correct them, decide on them or take them out.',
  question_not_found: 'Somebody else just changed this question, or it is gone. Look again and retry.',
  topic_unknown: 'The bank has no such topic. Choose another.',
  input_invalid: 'The form was incomplete. Reload the page and try again.',
  fileProblems: 'About the whole file',
  skippedTitle: 'Parts not read as questions: {count}',
  moreSkipped: '… and {count} more.',
  countAll: 'All',
  countErrors: 'With errors',
  countWarnings: 'With warnings',
  countDuplicates: 'Same or similar',
  countRemoved: 'Taken out',
  filterLabel: 'Filter questions',
  nothingHere: 'There is no question here.',
  legacyTitle: '{count} questions typed in an old font',
  legacyText:
    'The questions below are shown converted to Unicode. Look at a few; if they read well, agree for the whole file.',
  legacyAgree: 'Agree for the whole file',
  importTitle: 'Import into the bank',
  willImport: 'To be imported: {count}',
  willSkip: 'Left out because the bank has them: {count}',
  willFail: 'Not imported because of errors: {count}',
  willWait: 'Waiting for your decision (same question, another key): {count}',
  willLack: 'Without a topic: {count}',
  defaultTopic: 'Topic for questions without one',
  defaultTopicHint: '{count} questions name no topic of the bank.',
  noTopic: 'Not chosen',
  topicNeeded: 'Choose a topic: {count} questions can’t be imported without one.',
  defaultDifficulty: 'Difficulty for questions without one',
  defaultDifficultyHint: '{count} questions name no difficulty.',
  mode: 'When some can’t be imported',
  mode_all_good: 'Import the good ones, leave the others to be downloaded',
  mode_all_or_nothing: 'All or nothing',
  saveChoices: 'Update choices',
  twoPeople: 'Imported questions wait for approval: another person must approve them before papers use them.',
  apply: 'Import {count} questions',
  applying: 'Importing…',
  nothingToImport: 'No question can be imported yet.',
  discard: 'Delete this file',
  discardWarning: 'The uploaded file and all corrections made here will be lost.',
  discardConfirm: 'Delete for good',
  failedRows: 'Download what can’t be imported (Excel)',
  running: '{done} of {total} questions written…',
  runningOther: 'This file is being imported.',

  question: 'Question {number}',
  noStem: '(no question text yet)',
  noOption: '(empty)',
  topicUnknown: '“{topic}”: the bank has no such topic',
  topicNone: 'No topic',
  difficultyNone: 'no difficulty',
  problems: 'Problems',
  excerpt: 'Words: “{excerpt}”',
  takeProposal: 'Use “{proposal}”',
  edit: 'Edit question {number}',
  remove: 'Take question {number} out',
  restore: 'Take question {number} back in',
  tryIt: 'See it as a participant',
  hideIt: 'Close the preview',
  saveFix: 'Save and check again',
  working: 'Saving…',
  cancel: 'Cancel',
  kept: 'What you had typed is here again.',
  keptDiscard: 'Discard it',
  duplicateTitle: 'The bank has a question like this one',
  contradictionTitle: 'CONTRADICTION: same question, another key',
  inFile: 'In the file',
  inBank: 'In the bank ({code})',
  keyOf: 'Key: {words}',
  noKey: 'none',
  decide: 'What shall become of it?',
  decision_skip: 'Leave it out',
  decision_add: 'Add as a new question',
  decision_replace: 'Next version of {code}',
  undecided: 'Not decided: this question is not imported yet.',
  isChosen: 'chosen',
  badgeError: 'Error',
  badgeWarning: 'Warning',
  badgeUndecided: 'To be decided',
  badgeSkipped: 'Will be left out',
  badgeGood: 'Good',

  done_fixed: 'Question {number} is saved. No errors left.',
  done_fixed_left: 'Question {number} is saved, but it still has errors.',
  done_removed: 'Question {number} is taken out. You find it under “Taken out”.',
  done_restored: 'Question {number} is back in.',
  done_converted: 'The whole file is converted to Unicode.',

  resultTitle: 'Import result: {file}',
  result:
    'Imported: {added} new questions, {changed} new versions. {unchanged} unchanged, {skipped} left out, {failed} not imported.',
  resultWaits: 'They wait for another person’s approval; nobody approves what they imported themselves.',
  seeWaiting: 'See what waits for approval',
  resultFailed: 'Download what could not be imported, correct it in Excel and upload it again.',
  uploadAnother: 'Import another file',

  importButton: 'Import from a file',
  exportTitle: 'Download questions',
  exportText:
    'The approved questions that match the filter, with their keys except in the printed paper. Downloads are on record.',
  export_xlsx: 'Excel (.xlsx)',
  export_gift: 'GIFT',
  export_moodle: 'Moodle XML',
  export_yaml: 'YAML (.zip)',
  'export_docx-paper': 'Printed paper (Word)',
  'export_docx-key': 'Printed key (Word)',
  printPaper: 'Download paper (Word)',
  printKey: 'Download key (Word)',
}
