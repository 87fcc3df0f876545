export const rulesEn = {
  title: 'Rules',
  contactTitle: 'Contact',
  lead: 'These rules are made from the very settings that draw, score and rank.',
  whoTitle: 'Who and how to register',
  whoAccount: 'Register here with your real name and your unit; one account per person.',
  whoNoTwice: 'One paper at a time. Opening it on another device continues the same paper.',
  howToTitle: 'How a paper works',
  howTo1: 'For each attempt the server draws a paper at random, by the same blueprint for everybody.',
  howTo2: 'Time is the server’s, from the paper given to the submission accepted, to the millisecond.',
  howTo3:
    'Every choice is saved at once. After a lost network or on another device you go on while time is left.',
  howTo4:
    'At the deadline a paper that was not submitted is counted with what was saved, without a prediction.',
  scoreTitle: 'Points',
  score1: 'A right answer earns all points of its question; wrong or empty ones earn none and cost none.',
  score2:
    'A question with several right options earns its points only when all of them and no wrong one are chosen.',
  score3:
    'The server scores at once. Answers stay secret until the round has closed and its result is computed.',
  roundsTitle: 'Rounds',
  window: 'From {from} until before {to}.',
  paper: '{questions} questions, {minutes}, {points} points for each right one.',
  attempts: 'Up to {count} attempts per person.',
  attemptsUnlimited: 'Any number of attempts.',
  practiceRound: 'Practice; it does not count on any board.',
  must_start_before: 'Who starts before the end has the full time.',
  must_finish_before: 'Papers end when the round closes; who starts late has less time.',
  prediction: 'Prediction: “{prompt}”',
  predictionTitle: 'Prediction',
  predictionText:
    'It is answered with the submission, earns no points and only decides places. The value it is compared with is computed once, after every paper of the round is counted. Who is excluded from the ranking is not counted in it. While the round is open, public numbers are delayed, so that a late prediction has no advantage.',
  kind_people_all_right:
    'The value is the number of people with at least one attempt with every answer right.',
  kind_people: 'The value is the number of people with at least one counted attempt.',
  kind_attempts: 'The value is the number of counted attempts.',
  kind_percentage_all_right:
    'The value is the percentage, to five decimals, of people with every answer right among those who took part.',
  rankingTitle: 'Ranking',
  rankingOf: 'For: {rounds}',
  rankingOverall: 'Overall board',
  releaseTitle: 'Publication',
  release_nothing: 'Points are not shown after submission.',
  release_score: 'Points are shown right after submission.',
  release_marks: 'Points and marks are shown right after submission.',
  release_key: 'Points, marks, answers and their sources are shown right after submission.',
  after_nothing: 'Nothing more of a paper is published after the close.',
  after_score: 'Points are published after the close, answers are not.',
  after_marks: 'After the close everybody sees their own right and wrong answers.',
  after_key: 'After the close everybody sees their own right and wrong answers with keys and sources.',
  releaseBoard:
    'The board is public during the round, as a provisional result. Every extension or early close is published with its reason.',
  releaseReceipt: 'Every submission has a receipt code; whoever has it can check that paper here.',
  receiptLink: 'Check a receipt',
  general: 'Rules of the organizers',
  dataTitle: 'Personal data',
  dataText:
    'Only name, account name or phone number, unit and papers are kept. Public pages never show phone numbers or account names. A name is shown only with its own consent, which can be withdrawn at any time; otherwise the board shows initials.',
} as const
