-- CreateTable
CREATE TABLE "prior_win" (
    "round_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "won_round_id" TEXT NOT NULL,

    CONSTRAINT "prior_win_pkey" PRIMARY KEY ("round_id","participant_id","won_round_id")
);

-- AddForeignKey
ALTER TABLE "prior_win" ADD CONSTRAINT "prior_win_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prior_win" ADD CONSTRAINT "prior_win_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prior_win" ADD CONSTRAINT "prior_win_won_round_id_fkey" FOREIGN KEY ("won_round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of results that are declared already: the prizes that had been given before, as they stand.
INSERT INTO "prior_win" ("round_id", "participant_id", "won_round_id")
SELECT r."id", a."participant_id", o."id"
FROM "round" r
JOIN "contest" c ON c."id" = r."contest_id" AND c."board_policy"->>'prizesPerPerson' = 'one'
JOIN "round" o ON o."contest_id" = r."contest_id" AND o."id" <> r."id"
JOIN "award" a ON a."round_id" = o."id" AND a."awarded_at" < r."official_at"
JOIN "standing" s ON s."board_id" = r."id" AND s."participant_id" = a."participant_id";
