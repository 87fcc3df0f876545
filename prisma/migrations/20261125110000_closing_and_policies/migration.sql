-- CreateEnum
CREATE TYPE "freeze_until" AS ENUM ('provisional', 'official');

-- CreateEnum
CREATE TYPE "exclusion_kind" AS ENUM ('organizer', 'question_author', 'relative', 'rule_breach');

-- CreateEnum
CREATE TYPE "identity_verdict" AS ENUM ('confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "lot_method" AS ENUM ('by_hand', 'by_machine');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "decision_kind" ADD VALUE 'exclusions';
ALTER TYPE "decision_kind" ADD VALUE 'lot_draw';
ALTER TYPE "decision_kind" ADD VALUE 'official';
ALTER TYPE "decision_kind" ADD VALUE 'correction';
ALTER TYPE "decision_kind" ADD VALUE 'finalization';

-- DropIndex
DROP INDEX "standing_board_id_unit_id_idx";

-- AlterTable
ALTER TABLE "contest" ADD COLUMN     "board_policy" JSONB,
ADD COLUMN     "unit_ranking" JSONB;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "details" JSONB,
ALTER COLUMN "closes_at_before" DROP NOT NULL,
ALTER COLUMN "closes_at_after" DROP NOT NULL;

-- AlterTable
ALTER TABLE "round" ADD COLUMN     "complaints_until" TIMESTAMPTZ(3),
ADD COLUMN     "corrected_at" TIMESTAMPTZ(3),
ADD COLUMN     "counters_delay_ms" INTEGER,
ADD COLUMN     "finalized_at" TIMESTAMPTZ(3),
ADD COLUMN     "freeze_before_ms" INTEGER,
ADD COLUMN     "freeze_until" "freeze_until" NOT NULL DEFAULT 'provisional',
ADD COLUMN     "official_at" TIMESTAMPTZ(3),
ADD COLUMN     "prediction_facts" JSONB,
ADD COLUMN     "prizes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "reserve_count" INTEGER NOT NULL DEFAULT 3;

-- AlterTable
ALTER TABLE "standing" ADD COLUMN     "full_score_attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "score_fraction" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "started_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "round_closing" (
    "round_id" TEXT NOT NULL,
    "anomalies_requested_at" TIMESTAMPTZ(3),
    "anomalies_computed_at" TIMESTAMPTZ(3),
    "anomalies" JSONB,
    "anomalies_reviewed_at" TIMESTAMPTZ(3),
    "exclusions_settled_at" TIMESTAMPTZ(3),
    "candidates_settled_at" TIMESTAMPTZ(3),
    "identities_settled_at" TIMESTAMPTZ(3),
    "minutes" JSONB,
    "minutes_saved_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_closing_pkey" PRIMARY KEY ("round_id")
);

-- CreateTable
CREATE TABLE "exclusion" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "kind" "exclusion_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "exclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_check" (
    "round_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "verdict" "identity_verdict" NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_check_pkey" PRIMARY KEY ("round_id","participant_id")
);

-- CreateTable
CREATE TABLE "award" (
    "round_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "prize_index" INTEGER NOT NULL,
    "prize_title" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "score_hundredths" INTEGER NOT NULL,
    "duration_ms" BIGINT NOT NULL,
    "prediction_offset" BIGINT,
    "awarded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "award_pkey" PRIMARY KEY ("round_id","participant_id")
);

-- CreateTable
CREATE TABLE "lot_draw" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "method" "lot_method" NOT NULL,
    "seed" TEXT,
    "present" TEXT[],
    "drawn_by_id" TEXT NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lot_draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lot" (
    "round_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "draw_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("round_id","participant_id")
);

-- CreateTable
CREATE TABLE "board_bucket" (
    "board_id" TEXT NOT NULL,
    "lower_key" TEXT NOT NULL,
    "lower_participant" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,

    CONSTRAINT "board_bucket_pkey" PRIMARY KEY ("board_id","lower_key","lower_participant")
);

-- CreateTable
CREATE TABLE "standing_delta" (
    "id" BIGSERIAL NOT NULL,
    "board_id" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,

    CONSTRAINT "standing_delta_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exclusion_round_id_participant_id_key" ON "exclusion"("round_id", "participant_id");

-- CreateIndex
CREATE INDEX "lot_draw_round_id_drawn_at_idx" ON "lot_draw"("round_id", "drawn_at");

-- CreateIndex
CREATE UNIQUE INDEX "lot_draw_id_number_key" ON "lot"("draw_id", "number");

-- CreateIndex
CREATE INDEX "standing_delta_board_id_sort_key_participant_id_idx" ON "standing_delta"("board_id", "sort_key", "participant_id");

-- CreateIndex
CREATE INDEX "standing_board_id_unit_id_sort_key_participant_id_idx" ON "standing"("board_id", "unit_id", "sort_key", "participant_id");

-- AddForeignKey
ALTER TABLE "round_closing" ADD CONSTRAINT "round_closing_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusion" ADD CONSTRAINT "exclusion_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_check" ADD CONSTRAINT "identity_check_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_check" ADD CONSTRAINT "identity_check_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_check" ADD CONSTRAINT "identity_check_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_draw" ADD CONSTRAINT "lot_draw_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_draw" ADD CONSTRAINT "lot_draw_drawn_by_id_fkey" FOREIGN KEY ("drawn_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "lot_draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- What Prisma's schema language can't say.

-- Boards are ranked by byte order: the copies of their keys too.
ALTER TABLE "board_bucket" ALTER COLUMN "lower_key" TYPE TEXT COLLATE "C";
ALTER TABLE "standing_delta" ALTER COLUMN "sort_key" TYPE TEXT COLLATE "C";

-- A decision about the end of a round says from when to when.
ALTER TABLE "decision" ADD CONSTRAINT "decision_moved_end" CHECK (
  ("kind"::text NOT IN ('extension', 'closure')) OR ("closes_at_before" IS NOT NULL AND "closes_at_after" IS NOT NULL));
-- States of a result follow each other.
ALTER TABLE "round" ADD CONSTRAINT "round_result_states" CHECK (
  ("official_at" IS NULL OR ("settled_at" IS NOT NULL AND "complaints_until" IS NOT NULL))
  AND ("corrected_at" IS NULL OR "official_at" IS NOT NULL)
  AND ("finalized_at" IS NULL OR "official_at" IS NOT NULL));
ALTER TABLE "round" ADD CONSTRAINT "round_delays" CHECK (
  coalesce("counters_delay_ms", 0) >= 0 AND coalesce("freeze_before_ms", 1) > 0 AND "reserve_count" >= 0);
ALTER TABLE "identity_check" ADD CONSTRAINT "identity_check_reason" CHECK ("verdict" = 'confirmed' OR "reason" <> '');
