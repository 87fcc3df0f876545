-- Boards of a million rows: docs/decisions/0013-boards-of-a-million.md.
-- For every board and at every moment: people of its buckets + people of its deltas = its rows in "standing".
-- Nobody who writes a standing touches a row that another one writes.

CREATE FUNCTION add_standing_delta() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A rebuild counts its board anew at its end, in the same transaction.
  IF coalesce(NEW.board_id, OLD.board_id) = current_setting('hoithi.rebuilt_board', true) THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO standing_delta (board_id, sort_key, participant_id, people, attempts)
    VALUES (OLD.board_id, OLD.sort_key, OLD.participant_id, -1, -OLD.attempts_used);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO standing_delta (board_id, sort_key, participant_id, people, attempts)
    VALUES (NEW.board_id, NEW.sort_key, NEW.participant_id, 1, NEW.attempts_used);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER standing_delta_of_insert AFTER INSERT ON standing
  FOR EACH ROW EXECUTE FUNCTION add_standing_delta();
CREATE TRIGGER standing_delta_of_delete AFTER DELETE ON standing
  FOR EACH ROW EXECUTE FUNCTION add_standing_delta();
CREATE TRIGGER standing_delta_of_update AFTER UPDATE ON standing
  FOR EACH ROW WHEN (OLD.sort_key <> NEW.sort_key OR OLD.attempts_used <> NEW.attempts_used)
  EXECUTE FUNCTION add_standing_delta();

-- The stretch that a row belongs to: the last one that begins at it or before; none on a board without buckets.
CREATE FUNCTION board_bucket_of(board text, key text, participant text)
RETURNS TABLE (lower_key text, lower_participant text) LANGUAGE sql STABLE AS $$
  SELECT b.lower_key, b.lower_participant FROM board_bucket b
  WHERE b.board_id = board AND (b.lower_key, b.lower_participant) <= (key COLLATE "C", participant)
  ORDER BY b.lower_key DESC, b.lower_participant DESC LIMIT 1
$$;

-- How many rows of a board come before this place in its order.
CREATE FUNCTION board_rows_before(board text, key text, participant text) RETURNS bigint LANGUAGE sql STABLE AS $$
  WITH bucket AS (
    SELECT coalesce(max(lower_key), '') COLLATE "C" AS lower_key, coalesce(max(lower_participant), '') AS lower_participant
    FROM board_bucket_of(board, key, participant)
  )
  SELECT (SELECT coalesce(sum(b.people), 0) FROM board_bucket b
          WHERE b.board_id = board AND (b.lower_key, b.lower_participant) < (bucket.lower_key, bucket.lower_participant))
       + (SELECT coalesce(sum(d.people), 0) FROM standing_delta d
          WHERE d.board_id = board AND (d.sort_key, d.participant_id) < (bucket.lower_key, bucket.lower_participant))
       + (SELECT count(*) FROM standing s
          WHERE s.board_id = board AND (s.sort_key, s.participant_id) >= (bucket.lower_key, bucket.lower_participant)
            AND (s.sort_key, s.participant_id) < (key COLLATE "C", participant))
  FROM bucket
$$;

-- The stretch in which the row after the first "skipped" rows stands, and how many rows come before the stretch.
CREATE FUNCTION board_bucket_at(board text, skipped bigint)
RETURNS TABLE (lower_key text, lower_participant text, rows_before bigint) LANGUAGE sql STABLE AS $$
  -- Buckets and deltas in one order: what comes before a bucket is the sum of everything before it.
  WITH parts AS (
    SELECT b.lower_key AS k, b.lower_participant AS p, 0 AS part, b.people FROM board_bucket b WHERE b.board_id = board
    UNION ALL
    SELECT d.sort_key, d.participant_id, 1, d.people FROM standing_delta d WHERE d.board_id = board
  ), placed AS (
    SELECT k, p, part,
           coalesce(sum(people) OVER (ORDER BY k, p, part ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS earlier
    FROM parts
  )
  SELECT placed.k, placed.p, placed.earlier::bigint FROM placed WHERE part = 0 AND placed.earlier <= skipped
  UNION ALL SELECT '', '', 0
  ORDER BY 1 DESC, 2 DESC LIMIT 1
$$;

-- People and attempts of a whole board. Without buckets it is small enough to be counted.
CREATE FUNCTION board_totals(board text) RETURNS TABLE (people bigint, attempts bigint) LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM board_bucket b WHERE b.board_id = board) THEN
    RETURN QUERY SELECT coalesce(sum(all_parts.people), 0)::bigint, coalesce(sum(all_parts.attempts), 0)::bigint FROM (
      SELECT b.people, b.attempts FROM board_bucket b WHERE b.board_id = board
      UNION ALL SELECT d.people, d.attempts FROM standing_delta d WHERE d.board_id = board) all_parts;
  ELSE
    RETURN QUERY SELECT count(*), coalesce(sum(s.attempts_used), 0)::bigint FROM standing s WHERE s.board_id = board;
  END IF;
END $$;
