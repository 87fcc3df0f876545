export const rulesEn = {
  title: 'Rules',
  lead: 'What follows is made from the very settings that draw, score and rank.',
  general: 'General',
  howToTitle: 'How it works',
  howTo1: 'Register with your name and unit; one account per person.',
  howTo2:
    'For each attempt the server draws a paper at random; answers stay secret until the round has closed and its result is computed.',
  howTo3:
    'A question with several right options earns its points when all of them and no wrong one are chosen.',
  howTo4: 'Time counts from the paper given to the submission accepted by the server, to the millisecond.',
  roundsTitle: 'Rounds',
  window: 'From {from} to {to}.',
  paper: '{questions} questions, {minutes}, {points} points for each right one.',
  attempts: 'Up to {count} attempts; the best one counts.',
  attemptsUnlimited: 'Any number of attempts.',
  must_start_before: 'Who starts before the end has the full time.',
  must_finish_before: 'Papers must be finished before the round closes.',
  prediction:
    'Prediction: “{prompt}”. The value it is compared with is computed once after the round; guessing over or under by the same amount is the same.',
  release_nothing: 'Points are not shown after submission.',
  release_score: 'Points are shown after submission.',
  release_marks: 'Points are shown after submission.',
  release_key: 'Points are shown after submission.',
  after_nothing: 'Answers are not published afterwards.',
  after_score: 'Points are published after the close.',
  after_marks: 'Right and wrong are published after the close.',
  after_key: 'Answers and their sources are published after the close.',
  dataTitle: 'Personal data',
  dataText:
    'Public pages never show phone numbers or account names. A name is shown only with its own consent; otherwise the board shows initials.',
  contactTitle: 'Contact',
} as const
