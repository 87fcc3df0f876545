-- Analyses made with the papers of excluded people are made again without them.
UPDATE "item_analysis" SET "requested_at" = now()
WHERE "computed_at" IS NOT NULL
  AND "round_id" IN (SELECT "round_id" FROM "exclusion" WHERE "lifted_at" IS NULL);
