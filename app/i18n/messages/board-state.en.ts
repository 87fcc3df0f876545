export const boardStateEn = {
  open: 'Provisional, updated at {time}. The round is open, so places still change.',
  closed: 'The round closed at {since}; the last papers are being counted. Updated at {time}.',
  provisional: 'Provisional result, computed at {since}; not yet declared official by the organizers.',
  official: 'Official result, published at {since}.',
  corrected: 'Result corrected at {since}.',
  final: 'Final result, confirmed at {since}.',
  regradedAt: 'The round was regraded at {time}',
  complaintsOpen: 'Complaints are accepted until {until} ({left} left).',
  complaintsOver: 'The time for complaints ended at {until}.',
  overall: 'Provisional, updated at {time}.',
  predictionLater:
    'Predictions are compared after the close and may change the places of people with equal scores.',
  truth_people_all_right: 'What predictions are compared with: {value} people with every answer right.',
  truth_people: 'What predictions are compared with: {value} people.',
  truth_attempts: 'What predictions are compared with: {value} attempts.',
  truth_percentage_all_right:
    'What predictions are compared with: {value}% of people with every answer right.',
  truthFacts:
    'Computed once at {time} from {people} people, {peopleAllRight} with every answer right, {attempts} attempts{excluded}.',
  truthExcluded: ', without {count} excluded people',
  frozenTitle: 'The board is frozen since {since}',
  frozenText:
    'From then on places are hidden from everybody until there is a result. Your own score is still shown on the page of your result.',
  frozenOwn: 'Place hidden',
  leadersText:
    'While predictions can be made, the board shows only the {rows} leading rows and its numbers are delayed (as of {until}), so that a late prediction has no advantage. Names can’t be searched until then; the whole board appears with the result. Who has taken part sees their own points and place here after signing in.',
  leadersTextWaiting:
    'While predictions can be made, the board shows only the {rows} leading rows and its numbers appear from {from}, so that a late prediction has no advantage. Names can’t be searched until then; the whole board appears with the result. Who has taken part sees their own points and place here after signing in.',
  leadersOwn: 'Not among the {rows} leading rows',
  totalsFrom: 'Numbers of people and attempts appear from {from}.',
  totalsUntil: '{people} people · {attempts} attempts, as of {until}',
} as const
