-- CreateEnum
CREATE TYPE "version_state" AS ENUM ('draft', 'submitted', 'approved', 'rejected');

-- DropIndex
DROP INDEX "audit_event_recorded_at_idx";

-- AlterTable
ALTER TABLE "question" ADD COLUMN "latest_version" INTEGER,
ADD COLUMN "retired_by_id" TEXT,
ALTER COLUMN "current_version" DROP NOT NULL;

-- AlterTable
ALTER TABLE "question_version" ADD COLUMN "author_id" TEXT,
ADD COLUMN "decided_at" TIMESTAMPTZ(3),
ADD COLUMN "decided_by_id" TEXT,
ADD COLUMN "decision_note" TEXT,
ADD COLUMN "search_text" TEXT,
ADD COLUMN "state" "version_state",
ADD COLUMN "submitted_at" TIMESTAMPTZ(3),
ADD COLUMN "topic_id" TEXT,
ADD COLUMN "valid_from" DATE,
ADD COLUMN "valid_to" DATE;

-- CreateTable
CREATE TABLE "amendment" (
    "id" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "provision" TEXT NOT NULL,
    "amended_on" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "recorded_by_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_flag" (
    "question_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "amendment_id" TEXT,
    "raised_by_id" TEXT,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),
    "cleared_by_id" TEXT,

    CONSTRAINT "question_flag_pkey" PRIMARY KEY ("question_id","source")
);

-- What is there was loaded by the operator's command, which counts as approved; its review notes become flags.
ALTER TABLE "question_version" DISABLE TRIGGER "question_version_immutable";
UPDATE "question" q SET "latest_version" =
  (SELECT max(v."version") FROM "question_version" v WHERE v."question_id" = q."id");
-- As core/vietnamese-text.ts folds: NFC letters without their marks, đ as d, single spaces.
UPDATE "question_version" v SET
  "topic_id" = q."topic_id",
  "state" = 'approved',
  "decided_at" = v."created_at",
  "search_text" = trim(regexp_replace(translate(lower(regexp_replace(
    normalize(q."code" || ' ' || v."stem" || ' ' || array_to_string(v."options", ' ') || ' ' || v."explanation", NFD),
    '[\u0300-\u036f]', '', 'g')), 'đĐ', 'dd'), '\s+', ' ', 'g'))
FROM "question" q WHERE q."id" = v."question_id";
ALTER TABLE "question_version" ENABLE TRIGGER "question_version_immutable";
INSERT INTO "question_flag" ("question_id", "source", "reason", "raised_at")
  SELECT q."id", 'file', v."review", v."created_at"
  FROM "question" q JOIN "question_version" v ON v."question_id" = q."id" AND v."version" = q."current_version"
  WHERE v."review" IS NOT NULL;

-- AlterTable
ALTER TABLE "question" ALTER COLUMN "latest_version" SET NOT NULL;
ALTER TABLE "question_version" ALTER COLUMN "topic_id" SET NOT NULL,
ALTER COLUMN "search_text" SET NOT NULL,
ALTER COLUMN "state" SET NOT NULL;

-- CreateIndex
CREATE INDEX "amendment_bank_id_amended_on_idx" ON "amendment"("bank_id", "amended_on");

-- CreateIndex
CREATE INDEX "question_flag_amendment_id_idx" ON "question_flag"("amendment_id");

-- CreateIndex
CREATE INDEX "audit_event_recorded_at_id_idx" ON "audit_event"("recorded_at", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_recorded_at_idx" ON "audit_event"("actor_id", "recorded_at");

-- CreateIndex
CREATE INDEX "audit_event_subject_recorded_at_idx" ON "audit_event"("subject", "recorded_at");

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_retired_by_id_fkey" FOREIGN KEY ("retired_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_flag" ADD CONSTRAINT "question_flag_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_flag" ADD CONSTRAINT "question_flag_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "amendment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_flag" ADD CONSTRAINT "question_flag_raised_by_id_fkey" FOREIGN KEY ("raised_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "question_flag" ADD CONSTRAINT "question_flag_cleared_by_id_fkey" FOREIGN KEY ("cleared_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema language can't say.

-- The two-person rule, whatever a use case forgets.
ALTER TABLE "question_version"
  ADD CONSTRAINT "version_two_persons" CHECK ("author_id" IS NULL OR "decided_by_id" IS NULL OR "author_id" <> "decided_by_id"),
  ADD CONSTRAINT "version_author" CHECK ("author_id" IS NOT NULL OR "state" = 'approved'),
  ADD CONSTRAINT "version_decision" CHECK (("state" IN ('approved', 'rejected')) = ("decided_at" IS NOT NULL)),
  ADD CONSTRAINT "version_approver" CHECK ("state" <> 'approved' OR "author_id" IS NULL OR "decided_by_id" IS NOT NULL);
ALTER TABLE "question" ADD CONSTRAINT "question_current_version" CHECK ("current_version" <= "latest_version");

-- What a version says never changes, and an approval stands: papers may rest on both. Only the way there is recorded.
CREATE OR REPLACE FUNCTION refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'approved'
    OR (NEW."id", NEW."question_id", NEW."version", NEW."topic_id", NEW."difficulty", NEW."stem", NEW."options", NEW."key",
        NEW."explanation", NEW."citations", NEW."evidence", NEW."review", NEW."valid_from", NEW."valid_to",
        NEW."search_text", NEW."content_hash", NEW."created_at", NEW."author_id")
      IS DISTINCT FROM
       (OLD."id", OLD."question_id", OLD."version", OLD."topic_id", OLD."difficulty", OLD."stem", OLD."options", OLD."key",
        OLD."explanation", OLD."citations", OLD."evidence", OLD."review", OLD."valid_from", OLD."valid_to",
        OLD."search_text", OLD."content_hash", OLD."created_at", OLD."author_id")
  THEN
    RAISE EXCEPTION 'a question version never changes; make the next version';
  END IF;
  RETURN NEW;
END $$;
