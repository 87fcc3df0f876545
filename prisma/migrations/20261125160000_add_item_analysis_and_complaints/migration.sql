-- CreateEnum
CREATE TYPE "complaint_subject" AS ENUM ('question', 'result', 'ranking');

-- CreateEnum
CREATE TYPE "complaint_state" AS ENUM ('received', 'in_review', 'accepted', 'partly_accepted', 'rejected', 'withdrawn');

-- AlterTable
ALTER TABLE "contest" ADD COLUMN     "complaint_answer_days" INTEGER NOT NULL DEFAULT 5,
ADD COLUMN     "complaint_window_hours" INTEGER NOT NULL DEFAULT 72;

-- CreateTable
CREATE TABLE "item_analysis" (
    "round_id" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "computed_at" TIMESTAMPTZ(3),
    "report" JSONB,

    CONSTRAINT "item_analysis_pkey" PRIMARY KEY ("round_id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "round_id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "subject" "complaint_subject" NOT NULL,
    "question_version_id" TEXT,
    "position" INTEGER,
    "citations" TEXT[],
    "question_author_id" TEXT,
    "text" TEXT NOT NULL,
    "state" "complaint_state" NOT NULL DEFAULT 'received',
    "open_key" TEXT,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledge_by" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_by_id" TEXT,
    "acknowledged_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "complaint_number_key" ON "complaint"("number");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_open_key_key" ON "complaint"("open_key");

-- CreateIndex
CREATE INDEX "complaint_participant_id_filed_at_idx" ON "complaint"("participant_id", "filed_at");

-- CreateIndex
CREATE INDEX "complaint_round_id_state_idx" ON "complaint"("round_id", "state");

-- CreateIndex
CREATE INDEX "complaint_state_answer_by_idx" ON "complaint"("state", "answer_by");

-- AddForeignKey
ALTER TABLE "item_analysis" ADD CONSTRAINT "item_analysis_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_question_author_id_fkey" FOREIGN KEY ("question_author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema language can't say.

ALTER TABLE "contest" ADD CONSTRAINT "contest_complaint_terms" CHECK (
  "complaint_window_hours" BETWEEN 1 AND 2160 AND "complaint_answer_days" BETWEEN 1 AND 90);

-- The rules of core/complaint.ts, held whatever code writes: only an open complaint has its key, only an answered one an answer,
-- and who wrote the question complained of does not decide.
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_open_key" CHECK (("state" IN ('received', 'in_review')) = ("open_key" IS NOT NULL));
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_answered" CHECK (
  ("state" IN ('accepted', 'partly_accepted', 'rejected'))
  = ("decided_by_id" IS NOT NULL AND "decided_at" IS NOT NULL AND "answer" IS NOT NULL));
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_about_question" CHECK (
  ("subject" = 'question') = ("question_version_id" IS NOT NULL AND "position" IS NOT NULL));
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_decider_not_author" CHECK ("decided_by_id" IS DISTINCT FROM "question_author_id" OR "decided_by_id" IS NULL);
