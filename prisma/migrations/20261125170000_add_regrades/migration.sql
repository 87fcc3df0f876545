-- CreateEnum
CREATE TYPE "correction_kind" AS ENUM ('accept_also', 'give_all', 'annul', 'new_key');

-- CreateEnum
CREATE TYPE "regrade_state" AS ENUM ('draft', 'applying', 'applied', 'cancelled');

-- CreateTable
CREATE TABLE "regrade" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "state" "regrade_state" NOT NULL DEFAULT 'draft',
    "open_key" TEXT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "preview_key" TEXT,
    "requested_at" TIMESTAMPTZ(3),
    "heard_at" TIMESTAMPTZ(3),
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "total_count" INTEGER NOT NULL DEFAULT 0,
    "previewed_at" TIMESTAMPTZ(3),
    "preview" JSONB,
    "basis" TEXT,
    "public_note" TEXT,
    "confirmed_by_id" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "rebuilt_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_correction" (
    "regrade_id" TEXT NOT NULL,
    "question_version_id" TEXT NOT NULL,
    "kind" "correction_kind" NOT NULL,
    "options" INTEGER[],
    "reason" TEXT NOT NULL,
    "written_by_id" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_correction_pkey" PRIMARY KEY ("regrade_id","question_version_id")
);

-- CreateTable
CREATE TABLE "regrade_score" (
    "regrade_id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "score_before" INTEGER NOT NULL,
    "correct_before" INTEGER NOT NULL,
    "counted_before" INTEGER NOT NULL,
    "score_after" INTEGER NOT NULL,
    "correct_after" INTEGER NOT NULL,
    "counted_after" INTEGER NOT NULL,

    CONSTRAINT "regrade_score_pkey" PRIMARY KEY ("regrade_id","attempt_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "regrade_open_key_key" ON "regrade"("open_key");

-- CreateIndex
CREATE INDEX "regrade_round_id_applied_at_idx" ON "regrade"("round_id", "applied_at");

-- CreateIndex
CREATE INDEX "regrade_state_idx" ON "regrade"("state");

-- CreateIndex
CREATE INDEX "regrade_score_attempt_id_idx" ON "regrade_score"("attempt_id");

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_correction" ADD CONSTRAINT "key_correction_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_correction" ADD CONSTRAINT "key_correction_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_correction" ADD CONSTRAINT "key_correction_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_score" ADD CONSTRAINT "regrade_score_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_score" ADD CONSTRAINT "regrade_score_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
