-- CreateEnum
CREATE TYPE "announcement_severity" AS ENUM ('info', 'important', 'urgent');

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "extra_ms" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "time_grant" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "extra_ms" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "deadline_before" TIMESTAMPTZ(3) NOT NULL,
    "deadline_after" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "time_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" TEXT NOT NULL,
    "contest_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "severity" "announcement_severity" NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3),
    "is_on_every_page" BOOLEAN NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_version" (
    "announcement_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "severity" "announcement_severity" NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3),
    "is_on_every_page" BOOLEAN NOT NULL,
    "edited_by_id" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_version_pkey" PRIMARY KEY ("announcement_id","version")
);

-- CreateTable
CREATE TABLE "process_activity" (
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "process_id" TEXT NOT NULL,
    "saves" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "save_failures" INTEGER NOT NULL,
    "requests" INTEGER NOT NULL,
    "server_errors" INTEGER NOT NULL,

    CONSTRAINT "process_activity_pkey" PRIMARY KEY ("slot_at","process_id")
);

-- CreateTable
CREATE TABLE "server_problem" (
    "id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "process_id" TEXT NOT NULL,
    "request_id" TEXT,
    "place" TEXT NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "server_problem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "time_grant_round_id_decided_at_idx" ON "time_grant"("round_id", "decided_at");

-- CreateIndex
CREATE INDEX "time_grant_attempt_id_idx" ON "time_grant"("attempt_id");

-- CreateIndex
CREATE INDEX "announcement_contest_id_visible_from_idx" ON "announcement"("contest_id", "visible_from");

-- CreateIndex
CREATE INDEX "server_problem_occurred_at_idx" ON "server_problem"("occurred_at");

-- CreateIndex
CREATE INDEX "attempt_round_id_started_at_idx" ON "attempt"("round_id", "started_at");

-- AddForeignKey
ALTER TABLE "time_grant" ADD CONSTRAINT "time_grant_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_grant" ADD CONSTRAINT "time_grant_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_grant" ADD CONSTRAINT "time_grant_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_contest_id_fkey" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_version" ADD CONSTRAINT "announcement_version_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_version" ADD CONSTRAINT "announcement_version_edited_by_id_fkey" FOREIGN KEY ("edited_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema language can't say.
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_extra_time" CHECK ("extra_ms" >= 0);
ALTER TABLE "time_grant" ADD CONSTRAINT "time_grant_later" CHECK ("extra_ms" > 0 AND "deadline_after" > "deadline_before");
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_window" CHECK ("visible_until" > "visible_from");

-- What an announcement said when is part of the record.
CREATE FUNCTION refuse_announcement_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of an announcement never changes; make the next version';
END $$;
CREATE TRIGGER announcement_version_immutable BEFORE UPDATE OR DELETE ON "announcement_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_announcement_version_change();
