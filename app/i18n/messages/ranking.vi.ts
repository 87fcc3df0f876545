/** The ranking policy in sentences: in the rules, under every board and in the console. */
export const rankingVi = {
  score_higher: 'Điểm cao hơn xếp trên.',
  prediction_same:
    'Dự đoán gần đáp số hơn xếp trên; cao hơn hay thấp hơn đáp số cùng một khoảng thì như nhau. Không dự đoán thì xếp sau. So sau khi đợt thi kết thúc.',
  prediction_after_under:
    'Dự đoán gần đáp số hơn xếp trên; cùng khoảng cách thì dự đoán không vượt đáp số xếp trên. Không dự đoán thì xếp sau. So sau khi đợt thi kết thúc.',
  prediction_disqualified:
    'Dự đoán gần đáp số hơn xếp trên; dự đoán vượt đáp số không được xét, xem như không dự đoán và xếp sau. So sau khi đợt thi kết thúc.',
  duration_lower: 'Thời gian làm bài ngắn hơn xếp trên, {precision}.',
  ended_at_lower: 'Nộp bài sớm hơn xếp trên, {precision}.',
  ended_at_higher: 'Nộp bài muộn hơn xếp trên, {precision}.',
  started_at_lower: 'Bắt đầu làm bài sớm hơn xếp trên, {precision}.',
  started_at_higher: 'Bắt đầu làm bài muộn hơn xếp trên, {precision}.',
  attempts_used_lower: 'Dùng ít lượt thi hơn xếp trên.',
  attempts_used_higher: 'Dùng nhiều lượt thi hơn xếp trên.',
  full_score_attempts_lower: 'Có ít lượt thi đạt điểm tối đa hơn xếp trên.',
  full_score_attempts_higher: 'Có nhiều lượt thi đạt điểm tối đa hơn xếp trên.',
  lot: 'Nếu vẫn bằng nhau ở các vị trí xét giải thì bốc thăm; người tham dự buổi bốc thăm và kết quả được ghi lại.',
  precision_1: 'tính đến phần nghìn giây',
  precision_10: 'tính đến phần trăm giây, bỏ phần lẻ',
  precision_100: 'tính đến phần mười giây, bỏ phần lẻ',
  precision_1000: 'tính đến giây, bỏ phần lẻ',
  counts_best: 'Mỗi người được tính lượt thi tốt nhất.',
  counts_first: 'Mỗi người được tính lượt thi đầu tiên.',
  counts_last: 'Mỗi người được tính lượt thi cuối cùng.',
  counts_average:
    'Mỗi người được tính điểm và thời gian trung bình của các lượt thi; thời điểm là của lượt cuối cùng. Điểm trung bình làm tròn đến phần trăm điểm.',
  guess_counted: 'Dự đoán được xét là dự đoán của lượt thi được tính.',
  guess_last_given: 'Dự đoán được xét là dự đoán sau cùng mà người dự thi đã ghi, ở bất kỳ lượt nào.',
  guess_first_given: 'Dự đoán được xét là dự đoán đầu tiên mà người dự thi đã ghi, ở bất kỳ lượt nào.',
  combine_sum:
    'Cộng điểm và thời gian được tính của từng đợt thi; thời điểm nộp bài là của đợt nộp sau cùng, thời điểm bắt đầu là của đợt đầu tiên.',
  combine_best_round: 'Mỗi người được tính đợt thi tốt nhất.',
  prizes_one:
    'Mỗi người chỉ nhận một giải cá nhân trong cả cuộc thi: ai đã có giải ở một đợt thì đợt sau không xét.',
  inTurn: 'Thứ hạng xét lần lượt:',
  ties: 'Bằng nhau ở tất cả tiêu chí thì cùng hạng; hạng kế tiếp bỏ qua số người cùng hạng (1, 2, 2, 4).',
} as const
