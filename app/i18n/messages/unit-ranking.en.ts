export const unitRankingEn = {
  formulaTitle: 'How units are ranked',
  rateMeaning:
    'Participation = people with at least one counted attempt ÷ the head-count of the unit, confirmed by the organizers.',
  formula_people: 'More people who took part rank first.',
  formula_rate:
    'Participation = people with at least one counted attempt ÷ people of the unit as signed off by the organizers. A higher rate ranks first, compared as an exact fraction without rounding.',
  formula_rate_and_prizes:
    'Points of a unit = participation in points (70 % are 70 points) + points for each individual prize: {points}. More points rank first.',
  formula_mean_of_best:
    'Points of a unit = the mean score of its best {count} people; places nobody fills count as 0. More points rank first.',
  prizePoints: 'prize {level}: {points} points',
  classes: 'Units are ranked within classes by their number of people: {classes}.',
  classUpTo: 'up to {to}',
  classFromTo: '{from} to {to}',
  classFrom: '{from} and more',
  noHeadCount: 'A unit whose number of people is not signed off is not ranked.',
  ties: 'Equal is an equal rank, and the next rank skips (1, 2, 2, 4).',
  hidden: 'Places of units come from results, so they are hidden together with the board of people.',
  rank: 'Rank',
  score: 'Points of the unit',
  sizeClass: 'Class',

  backToBoard: 'Board of units',
  took: '{people}/{heads} people ({rate})',
  tookOnly: '{people} people took part',
  tookLabel: 'Took part',
  place: 'Place of the unit',
  placeOf: '{rank} of {units}',
  noPlace: 'Not ranked',
  byRound: 'By round',
  round: 'Round',
  best: 'Best results',
  bestText: 'Names are shown only with consent. Board: {board}.',
  overallBoard: 'overall',
  bestNone: 'No results to show yet.',
  bestHidden: 'Results are hidden together with the board.',
  allOfUnit: 'See all on the board',
} as const
