export const rankingEn = {
  score_higher: 'Higher score ranks first.',
  prediction_same:
    'A closer prediction ranks first; over or under by the same amount is the same. No prediction comes last. Compared after the close.',
  prediction_after_under:
    'A closer prediction ranks first; at the same distance one that is not over ranks first. No prediction comes last. Compared after the close.',
  prediction_disqualified:
    'A closer prediction ranks first; one that is over does not count and comes last with no prediction. Compared after the close.',
  duration_lower: 'Less time ranks first, {precision}.',
  ended_at_lower: 'An earlier submission ranks first, {precision}.',
  ended_at_higher: 'A later submission ranks first, {precision}.',
  started_at_lower: 'An earlier start ranks first, {precision}.',
  started_at_higher: 'A later start ranks first, {precision}.',
  attempts_used_lower: 'Fewer attempts rank first.',
  attempts_used_higher: 'More attempts rank first.',
  full_score_attempts_lower: 'Fewer attempts with full score rank first.',
  full_score_attempts_higher: 'More attempts with full score rank first.',
  lot: 'Who is still equal where prizes are decided draws lots; who was present and the result are recorded.',
  precision_1: 'to the millisecond',
  precision_10: 'to the hundredth of a second, cut off',
  precision_100: 'to the tenth of a second, cut off',
  precision_1000: 'to the second, cut off',
  counts_best: 'The best attempt of each person counts.',
  counts_first: 'The first attempt of each person counts.',
  counts_last: 'The last attempt of each person counts.',
  counts_average:
    'The average score and time of a person’s attempts count; moments are those of the last one. The average score is rounded to a hundredth of a point.',
  guess_counted: 'The prediction compared is that of the attempt that counts.',
  guess_last_given: 'The prediction compared is the last one the person gave, in whichever attempt.',
  guess_first_given: 'The prediction compared is the first one the person gave, in whichever attempt.',
  combine_sum:
    'The counted score and time of each round are added; the submission is the latest one, the start the earliest one.',
  combine_best_round: 'The best round of each person counts.',
  prizes_one:
    'Each person wins one individual prize in the whole contest: who has won in a round is passed over in later ones.',
  inTurn: 'Places are decided in turn by:',
  ties: 'Equal on everything is an equal rank, and the next rank skips (1, 2, 2, 4).',
} as const
