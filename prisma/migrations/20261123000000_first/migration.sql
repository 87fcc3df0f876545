-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "round_kind" AS ENUM ('ranked', 'practice');

-- CreateEnum
CREATE TYPE "end_rule" AS ENUM ('must_start_before', 'must_finish_before');

-- CreateEnum
CREATE TYPE "release" AS ENUM ('nothing', 'score', 'marks', 'key');

-- CreateEnum
CREATE TYPE "prediction_kind" AS ENUM ('people_all_right', 'people', 'attempts', 'percentage_all_right');

-- CreateEnum
CREATE TYPE "decision_kind" AS ENUM ('extension', 'closure');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('participant', 'organizer');

-- CreateEnum
CREATE TYPE "consent_kind" AS ENUM ('processing', 'name_publication');

-- CreateEnum
CREATE TYPE "attempt_status" AS ENUM ('running', 'submitted', 'expired');

-- CreateTable
CREATE TABLE "contest" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organizer_name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "rules_text" TEXT NOT NULL,
    "contact_text" TEXT NOT NULL,
    "notice_version" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" TEXT NOT NULL,
    "contest_id" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "round_kind" NOT NULL DEFAULT 'ranked',
    "scheduled_at" TIMESTAMPTZ(3),
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "attempts_allowed" INTEGER,
    "end_rule" "end_rule" NOT NULL,
    "shuffle_questions" BOOLEAN NOT NULL DEFAULT true,
    "shuffle_options" BOOLEAN NOT NULL DEFAULT true,
    "points_per_question" INTEGER NOT NULL DEFAULT 1,
    "blueprint" JSONB NOT NULL,
    "accepts_flagged_questions" BOOLEAN NOT NULL DEFAULT false,
    "prediction_kind" "prediction_kind",
    "prediction_prompt" TEXT,
    "prediction_truth" BIGINT,
    "release_after_submission" "release" NOT NULL,
    "release_after_close" "release" NOT NULL,
    "ranking_policy" JSONB NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "kind" "decision_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "closes_at_before" TIMESTAMPTZ(3) NOT NULL,
    "closes_at_after" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_bank" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "law_version" TEXT NOT NULL,
    "status_notice" TEXT NOT NULL,

    CONSTRAINT "question_bank_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" TEXT NOT NULL,
    "bank_id" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "current_version" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "difficulty" INTEGER NOT NULL,
    "stem" TEXT NOT NULL,
    "options" TEXT[],
    "key" INTEGER[],
    "explanation" TEXT NOT NULL,
    "citations" TEXT[],
    "evidence" TEXT[],
    "review" TEXT,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "head_count" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "login_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "full_name" TEXT NOT NULL,
    "unit_id" TEXT,
    "publishes_name" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" "consent_kind" NOT NULL,
    "is_given" BOOLEAN NOT NULL,
    "notice_version" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile_request" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "profile_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "attempt_status" NOT NULL DEFAULT 'running',
    "running_key" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "question_count" INTEGER NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "saved_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "duration_ms" INTEGER,
    "prediction" BIGINT,
    "score" INTEGER,
    "correct_count" INTEGER,
    "answered_count" INTEGER,
    "receipt_code" TEXT,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper" (
    "attempt_id" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "positions" JSONB NOT NULL,

    CONSTRAINT "paper_pkey" PRIMARY KEY ("attempt_id")
);

-- CreateTable
CREATE TABLE "standing" (
    "board_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "attempt_id" TEXT,
    "unit_id" TEXT,
    "sort_key" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "duration_ms" BIGINT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts_used" INTEGER NOT NULL,
    "prediction_distance" BIGINT,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("board_id","participant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contest_slug_key" ON "contest"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "round_slug_key" ON "round"("slug");

-- CreateIndex
CREATE INDEX "round_contest_id_opens_at_idx" ON "round"("contest_id", "opens_at");

-- CreateIndex
CREATE INDEX "decision_round_id_decided_at_idx" ON "decision"("round_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "question_bank_slug_key" ON "question_bank"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "topic_bank_id_code_key" ON "topic"("bank_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "question_bank_id_code_key" ON "question"("bank_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_version_key" ON "question_version"("question_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_login_name_key" ON "user_account"("login_name");

-- CreateIndex
CREATE INDEX "user_account_unit_id_idx" ON "user_account"("unit_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_link_user_id_idx" ON "sign_in_link"("user_id");

-- CreateIndex
CREATE INDEX "consent_user_id_kind_recorded_at_idx" ON "consent"("user_id", "kind", "recorded_at");

-- CreateIndex
CREATE INDEX "profile_request_handled_at_created_at_idx" ON "profile_request"("handled_at", "created_at");

-- CreateIndex
CREATE INDEX "audit_event_recorded_at_idx" ON "audit_event"("recorded_at");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_running_key_key" ON "attempt"("running_key");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_receipt_code_key" ON "attempt"("receipt_code");

-- CreateIndex
CREATE INDEX "attempt_participant_id_round_id_idx" ON "attempt"("participant_id", "round_id");

-- CreateIndex
CREATE INDEX "attempt_status_deadline_at_idx" ON "attempt"("status", "deadline_at");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_round_id_participant_id_number_key" ON "attempt"("round_id", "participant_id", "number");

-- CreateIndex
CREATE INDEX "standing_board_id_sort_key_participant_id_idx" ON "standing"("board_id", "sort_key", "participant_id");

-- CreateIndex
CREATE INDEX "standing_board_id_unit_id_idx" ON "standing"("board_id", "unit_id");

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_contest_id_fkey" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_bank_id_fkey" FOREIGN KEY ("bank_id") REFERENCES "question_bank"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_request" ADD CONSTRAINT "profile_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- What Prisma's schema language can't say.

-- Boards are ranked by byte order, whatever the locale of the server's database is.
ALTER TABLE "standing" ALTER COLUMN "sort_key" TYPE TEXT COLLATE "C";

-- Saves rewrite the row within its page (no index entry changes) as long as the page has room.
ALTER TABLE "attempt" SET (fillfactor = 70);

-- The audit log has no update or delete path (invariant 10).
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log can only be added to';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Question versions are immutable (a paper may rest on them).
CREATE FUNCTION refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a question version never changes; make the next version';
END $$;
CREATE TRIGGER question_version_immutable BEFORE UPDATE ON "question_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_version_change();

-- Values the application's rules rely on.
ALTER TABLE "round" ADD CONSTRAINT "round_window" CHECK ("closes_at" > "opens_at");
ALTER TABLE "round" ADD CONSTRAINT "round_duration" CHECK ("duration_ms" > 0);
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_running_key" CHECK (("status" = 'running') = ("running_key" IS NOT NULL));
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_counted" CHECK (
  ("status" = 'running') OR ("ended_at" IS NOT NULL AND "score" IS NOT NULL AND "receipt_code" IS NOT NULL));
