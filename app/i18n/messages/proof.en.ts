export const proofEn = {
  title: 'Check the result',
  text: 'The official result was stored as it was at {time}. SHA-256 of the list of results:',
  contents:
    'The results file has the columns of the board; each person is a code, without names, answers or keys.',
  howTitle: 'How to check it yourself',
  how1: 'Download the results file.',
  how2: 'With the source code of Hội Thi run: npm run verify-results -- FILE.json. Order and rank of every row are computed anew, without a database.',
  how3: 'The hash it prints must be the one above, character by character.',
  how4: 'Check your receipt: its page says the rank and the code of its row in the file.',
  download: 'Download the results file',
  staffTitle: 'Results files',
  staffText:
    'Stored as it was at {time}. The full file has papers and keys under codes instead of names, so that everything can be checked; the workbook has names and is for the organizers only.',
  staffWaiting: 'The files are being stored; reload the page in a few seconds.',
  staffJson: 'Full file (JSON)',
  staffXlsx: 'Workbook (XLSX)',
  publishedLabel: 'In the published list',
  publishedListed: 'Yes, rank {rank}. Code in the results file: {pseudonym}',
  publishedOther: 'Another attempt of this person is in the list.',
  publishedNot: 'Not in the official list.',
} as const
